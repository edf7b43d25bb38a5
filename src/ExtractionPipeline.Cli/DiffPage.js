"use strict";
(() => {
  const find = document.getElementById("find");
  const boxes = [...document.querySelectorAll(".controls input[type=checkbox]")];
  const apply = () => {
    const words = find.value.trim().split(/\s+/).filter(Boolean);
    const kinds = new Set(boxes.filter(b => b.checked).map(b => b.value));
    for (const section of document.querySelectorAll("section")) {
      const heading = section.querySelector("h2").textContent;
      let shown = 0;
      for (const measure of section.querySelectorAll(".measure")) {
        const text = heading + " " + measure.textContent;
        const fits = [...kinds].some(k => measure.classList.contains(k)) && words.every(w => text.includes(w));
        measure.hidden = !fits;
        if (fits) shown++;
      }
      section.hidden = shown === 0;
    }
  };
  find.addEventListener("input", apply);
  for (const box of boxes) box.addEventListener("change", apply);
})();
