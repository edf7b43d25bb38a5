(function () {
  "use strict";
  var items = JSON.parse(document.getElementById("items").textContent);
  var names = ["region", "category", "role"];
  var selects = names.map(function (name) { return document.getElementById(name); });
  var spans = [].slice.call(document.querySelectorAll("main .item"));
  var marks = [].slice.call(document.querySelectorAll("main mark"));
  var bars = [].slice.call(document.querySelectorAll(".chart .bar"));
  var paragraphs = [].slice.call(document.querySelectorAll("main p, main h2, main h3, main h4, main h5, main h6")).filter(function (p) { return p.querySelector(".item"); });
  var only = document.getElementById("only");
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
    bars.forEach(function (bar) {
      var chosen = bar.dataset.region === selects[0].value;
      bar.classList.toggle("off", selects[0].value !== "" && !chosen);
      bar.setAttribute("aria-pressed", String(chosen));
    });
    paragraphs.forEach(function (p) { p.classList.toggle("gone", only.checked && !p.querySelector(".item:not(.off)")); });
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
  only.addEventListener("change", update);
  bars.forEach(function (bar) {
    function choose() { selects[0].value = selects[0].value === bar.dataset.region ? "" : bar.dataset.region; update(); }
    bar.addEventListener("click", choose);
    bar.addEventListener("keydown", function (event) {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose();
    });
  });
  document.addEventListener("mouseover", show);
  document.addEventListener("focusin", show);
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") tip.hidden = true; });
  update();
})();
