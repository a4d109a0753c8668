// The desk opens an item beside the list without loading the list again.
"use strict";

document.addEventListener("htmx:afterSwap", (event) => {
  const item = document.getElementById("item");
  if (!item || event.detail.target?.id !== "item") return;
  const here = window.location.pathname;
  for (const link of document.querySelectorAll(".queue-row .title")) {
    const chosen = new URL(link.href).pathname === (event.detail.pathInfo.responsePath || here).split("?")[0];
    link.closest(".queue-row").classList.toggle("on", chosen);
    if (chosen) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  const split = item.closest(".split");
  split.dataset.open = "item";
  // On a phone the item takes the list's place; beside the list it begins at its top.
  const alone = window.matchMedia("(max-width: 48rem)").matches;
  if (alone || item.getBoundingClientRect().top < 0) item.scrollIntoView({ block: "start" });
});

// The chosen row is in sight, however far down the list it stands.
document.addEventListener("DOMContentLoaded", () => {
  const list = document.querySelector(".queue-scroll");
  const chosen = document.querySelector(".queue-row.on");
  if (!list || !chosen || list.scrollHeight <= list.clientHeight) return;
  // A row begins below the head of the list; none stands half behind it.
  const head = list.querySelector(".queue-bar").offsetHeight;
  const wanted = Math.min(chosen.offsetTop - list.clientHeight / 3, list.scrollHeight - list.clientHeight);
  const first = [...list.querySelectorAll(".queue-row")].findLast((row) => row.offsetTop - head <= wanted);
  if (first) list.scrollTop = first.offsetTop - head;
});

// Enter on the choice between reply and note sends nothing.
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches(".composer input[type=radio]")) event.preventDefault();
});

// One filter menu at a time; Escape and a press elsewhere close it.
function closeMenus(but) {
  for (const menu of document.querySelectorAll(".chip-menu[open]")) if (menu !== but) menu.removeAttribute("open");
}
document.addEventListener("click", (event) => closeMenus(event.target.closest(".chip-menu")));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = document.querySelector(".chip-menu[open]");
  if (!open) return;
  event.preventDefault();
  open.removeAttribute("open");
  open.querySelector("summary").focus();
});
// The arrows move in an open menu.
document.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const menu = event.target.closest(".chip-menu[open]");
  if (!menu || event.target.matches("input, select, textarea")) return;
  const entries = [...menu.querySelectorAll(".menu :is(a, button)")];
  const down = event.key === "ArrowDown";
  const at = entries.indexOf(document.activeElement);
  event.preventDefault();
  (entries[at + (down ? 1 : -1)] || (down ? entries.at(0) : entries.at(-1)))?.focus();
});
