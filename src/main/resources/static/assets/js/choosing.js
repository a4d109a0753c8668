// Choosing rows of the list: says how many, and forgets them on Escape. Without it the boxes and buttons work as well.
"use strict";

(() => {
  const chosen = () => document.querySelectorAll(".queue-row .pick input:checked");

  function count() {
    const words = document.querySelector(".bulk-count");
    if (!words) return;
    const all = document.querySelector(".bulk-bar [name=all]");
    words.textContent = words.dataset.words.replace("#", chosen().length);
    words.hidden = chosen().length === 0 || all.checked;
  }

  document.addEventListener("change", (event) => {
    if (event.target.matches(".pick input, .bulk-bar [name=all]")) count();
  });
  // A page that comes back from the browser's memory keeps its ticks.
  window.addEventListener("pageshow", count);

  document.addEventListener("desk:choose", (event) => {
    const box = event.target.closest(".queue-row")?.querySelector(".pick input");
    if (!box) return;
    box.checked = !box.checked;
    count();
  });
  document.addEventListener("desk:choose-none", () => {
    for (const box of chosen()) box.checked = false;
    const all = document.querySelector(".bulk-bar [name=all]");
    if (all) all.checked = false;
    count();
  });
})();
