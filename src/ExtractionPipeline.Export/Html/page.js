(function () {
  "use strict";
  var items = JSON.parse(document.getElementById("items").textContent);
  var names = ["region", "category", "role"];
  var selects = names.map(function (name) { return document.getElementById(name); });
  var spans = [].slice.call(document.querySelectorAll("main .item"));
  var marks = [].slice.call(document.querySelectorAll("main mark"));
  var bars = [].slice.call(document.querySelectorAll(".chart g"));
  var shown = document.getElementById("shown");
  var tip = document.getElementById("tip");

  function fits(item) {
    return names.every(function (name, i) { return !selects[i].value || item[name].indexOf(selects[i].value) >= 0; });
  }

  function update() {
    var on = items.map(fits), role = selects[2].value.split(".");
    spans.forEach(function (span) { span.classList.toggle("off", !on[span.dataset.item]); });
    marks.forEach(function (mark) {
      mark.classList.toggle("off", role[0] !== "" && !role.every(function (name) { return mark.classList.contains(name); }));
    });
    bars.forEach(function (bar) { bar.classList.toggle("off", selects[0].value !== "" && bar.dataset.region !== selects[0].value); });
    shown.textContent = on.filter(Boolean).length + " / " + items.length + " " + shown.dataset.words;
  }

  function show(event) {
    var mark = event.target.closest && event.target.closest("mark[data-tip]");
    if (!mark) { tip.hidden = true; return; }
    var texts = [];
    for (var at = mark; at; at = at.parentElement && at.parentElement.closest("mark[data-tip]")) texts.push(at.dataset.tip);
    tip.textContent = texts.join("\n\n");
    tip.hidden = false;
    var box = mark.getBoundingClientRect();
    var left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 8));
    var below = box.bottom + tip.offsetHeight + 12 < window.innerHeight;
    tip.style.left = left + window.scrollX + "px";
    tip.style.top = (below ? box.bottom + 6 : box.top - tip.offsetHeight - 6) + window.scrollY + "px";
  }

  selects.forEach(function (select) { select.addEventListener("change", update); });
  bars.forEach(function (bar) {
    bar.style.cursor = "pointer";
    bar.addEventListener("click", function () { selects[0].value = selects[0].value === bar.dataset.region ? "" : bar.dataset.region; update(); });
  });
  document.addEventListener("mouseover", show);
  document.addEventListener("focusin", show);
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") tip.hidden = true; });
  update();
})();
