// What makes the pages smoother; every one of them works without it.
"use strict";

// The error summary takes the focus, so that it is read out and seen first.
function focusSummary(root) {
  const summary = root.querySelector("[data-focus]");
  if (summary) summary.focus();
}

document.addEventListener("DOMContentLoaded", () => focusSummary(document));
document.addEventListener("htmx:afterSwap", (event) => focusSummary(event.detail.elt));

// On phones the navigation scrolls sideways: it shows where one is.
document.addEventListener("DOMContentLoaded", () => {
  for (const here of document.querySelectorAll(".site-nav [aria-current], .views [aria-current]")) {
    const row = here.closest("ul");
    if (row) row.scrollLeft = here.offsetLeft - row.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
  }
});

// The person's menu closes with Escape and with a press elsewhere.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = document.querySelector(".who-menu[open]");
  if (!open) return;
  open.removeAttribute("open");
  open.querySelector("summary").focus();
});
document.addEventListener("click", (event) => {
  const open = document.querySelector(".who-menu[open]");
  if (open && !open.contains(event.target)) open.removeAttribute("open");
});

// A form is sent once, also when its button is pressed twice.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || form.hasAttribute("hx-post")) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, 5000);
});
