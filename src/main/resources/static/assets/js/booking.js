// Makes choosing a time smoother; all of it works without.
"use strict";

// The browser's own time zone is offered where another one is shown.
function offerZone(root) {
  const select = root.querySelector("#zone");
  const offer = root.querySelector("[data-zone-offer]");
  if (!select || !offer) return;
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const known = Array.from(select.options).find((option) => option.value === own);
  if (!own || own === select.dataset.home || !known) return;
  const link = offer.querySelector("a");
  const address = new URL(link.dataset.address, window.location.href);
  address.searchParams.set("zone", own);
  link.href = address.pathname + address.search;
  link.textContent = link.textContent.replace("{0}", known.textContent);
  offer.hidden = false;
}

// After another day or month was opened: says what it has, for those who do not see it.
function sayTimes() {
  const said = document.getElementById("times-said");
  const times = document.getElementById("times");
  if (said && times) said.textContent = times.dataset.said;
}

// A held time counts down, warns a minute before its end, and says when it is over.
function countDown(root) {
  const held = root.querySelector("#held");
  if (!held || !held.dataset.left) return;
  const over = Date.now() + Number(held.dataset.left) * 1000;
  const shown = held.querySelector("[data-left]");
  const warn = held.querySelector("[data-warn]");
  let warned = false;
  const tick = () => {
    if (!held.isConnected) return;
    const left = Math.max(0, Math.round((over - Date.now()) / 1000));
    shown.textContent = left > 0 ? "(" + Math.floor(left / 60) + ":" + String(left % 60).padStart(2, "0") + ")" : "";
    if (left <= 60 && left > 0 && !warned) {
      warned = true;
      held.classList.add("held-soon");
      warn.textContent = warn.dataset.soon;
    }
    if (left === 0) {
      held.classList.remove("held-soon");
      held.classList.add("held-over");
      held.querySelector("[data-held]").hidden = true;
      warn.textContent = warn.dataset.over;
      return;
    }
    setTimeout(tick, 1000);
  };
  tick();
}

document.addEventListener("DOMContentLoaded", () => {
  offerZone(document);
  countDown(document);
});
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target.id !== "times" && event.detail.elt.id !== "times") return;
  offerZone(document);
  sayTimes();
});
