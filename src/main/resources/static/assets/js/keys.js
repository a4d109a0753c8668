// The desk by keyboard: single keys, which one can switch off, and a palette for everything (Ctrl K).
// Whatever a key does has a link, a button or a field on the page; the key only takes one there.
"use strict";

(() => {
  const desk = document.querySelector("main.desk");
  if (!desk) return;
  const keys = document.getElementById("keys");
  const palette = document.getElementById("palette");
  const places = { d: "/desk", m: "/desk?view=mine", n: "/desk?view=nobody", p: "/desk?view=pending", a: "/desk?view=all", c: "/desk/calendar", h: "/desk/hours", i: "/insights", r: "/requests" };
  let going = false;

  const rows = () => [...document.querySelectorAll(".queue-row .title")];
  const item = () => document.getElementById("item");

  function move(by) {
    const all = rows();
    if (all.length === 0) return;
    const at = all.findIndex((row) => row === document.activeElement);
    const chosen = all.findIndex((row) => row.getAttribute("aria-current"));
    const from = at >= 0 ? at : chosen >= 0 ? chosen : by > 0 ? -1 : all.length;
    const to = all[Math.min(all.length - 1, Math.max(0, from + by))];
    to.focus();
    to.scrollIntoView({ block: "nearest" });
  }

  function open() {
    const all = rows();
    const row = all.find((one) => one === document.activeElement) || all.find((one) => one.getAttribute("aria-current")) || all[0];
    if (row) row.click();
  }

  function write(voice) {
    const radio = document.querySelector(`#composer input[name=voice][value=${voice}]`);
    if (!radio) return;
    radio.checked = true;
    document.getElementById("words").focus();
  }

  function give() {
    const menu = document.querySelector(".give-menu");
    if (!menu) return;
    menu.open = true;
    menu.querySelector("select").focus();
  }

  // Opens a form that is folded up, and goes to its first field.
  function unfold(menu, field) {
    const found = item()?.querySelector(menu);
    if (!found) return;
    found.open = true;
    const first = found.querySelector(field);
    first.focus();
    first.scrollIntoView({ block: "nearest" });
  }

  function press(selector) {
    const button = item()?.querySelector(selector);
    if (button) button.click();
  }

  // With rows chosen, the keys are for all of them.
  const chosen = () => document.querySelector(".queue-row .pick input:checked") !== null;
  const many = (act, one) => () => (chosen() ? document.querySelector(`.bulk-bar button[value=${act}]`).click() : one());

  function choose() {
    const all = rows();
    const row = all.find((one) => one === document.activeElement) || all.find((one) => one.getAttribute("aria-current"));
    row?.dispatchEvent(new CustomEvent("desk:choose", { bubbles: true }));
  }

  // Deciding is never one key away: the key leads to the form, its button decides.
  function reach(selector) {
    const found = item()?.querySelector(selector);
    if (!found) return false;
    found.focus();
    found.scrollIntoView({ block: "center" });
    return true;
  }

  function back() {
    if (chosen()) {
      document.dispatchEvent(new CustomEvent("desk:choose-none"));
      return;
    }
    const split = document.querySelector(".split");
    const current = document.querySelector(".queue-row .title[aria-current]");
    if (split && split.dataset.open === "item" && window.matchMedia("(max-width: 48rem)").matches) {
      document.querySelector(".item .only-phone a")?.click();
    } else if (current) current.focus();
  }

  const does = {
    j: () => move(1),
    k: () => move(-1),
    o: open,
    a: many("assign", give),
    x: choose,
    m: () => press("button[name=to][value=me]"),
    r: many("reply", () => write("reply")),
    n: () => write("note"),
    t: many("tag", () => reach("#tag")),
    s: many("status", () => unfold(".stand-menu", "input:checked")),
    w: () => press("button[data-key=w]"),
    link: () => unfold(".link-menu", "input:not([type=hidden])"),
    merge: () => unfold(".merge-menu", "input[type=radio]"),
    e: many("settle", () => reach(".item-top button.btn-primary[name=outcome]") || reach(".decide > details > summary, .decide button")),
    "/": () => document.getElementById("dq").select(),
    "?": () => keys.showModal(),
  };

  function typing(target) {
    return target.closest("input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]");
  }

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      palette.showModal();
      palette.querySelector("input").value = "";
      narrow("");
      return;
    }
    if (event.key === "Escape" && !document.querySelector("dialog[open], .chip-menu[open], .who-menu[open]")) {
      if (typing(event.target)) event.target.blur();
      else back();
      return;
    }
    if (desk.dataset.keys !== "on" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector("dialog[open]") || typing(event.target)) return;
    if (going) {
      going = false;
      const place = places[event.key];
      if (place) window.location.assign(place);
      return;
    }
    if (event.key === "g") {
      going = true;
      setTimeout(() => (going = false), 1500);
      return;
    }
    const act = does[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  // The palette: what one types narrows the list; the arrows move in it, Enter goes there.
  function narrow(typed) {
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
    for (const entry of palette.querySelectorAll("li")) {
      const text = entry.textContent.toLowerCase();
      entry.hidden = !words.every((word) => text.includes(word));
    }
    const search = palette.querySelector("[data-search]");
    search.hidden = typed.trim() === "";
    search.querySelector("a").href = "/desk?go=1&q=" + encodeURIComponent(typed.trim());
    search.querySelector("b").textContent = typed.trim();
  }
  const shown = () => [...palette.querySelectorAll("li:not([hidden]) a, li:not([hidden]) button")];
  palette.addEventListener("input", (event) => narrow(event.target.value));
  palette.addEventListener("keydown", (event) => {
    const all = shown();
    const at = all.indexOf(document.activeElement);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const next = all[at + (event.key === "ArrowDown" ? 1 : -1)];
      (next || palette.querySelector("input")).focus();
    } else if (event.key === "Enter" && at < 0 && all.length > 0) {
      event.preventDefault();
      all[0].click();
    }
  });
  palette.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-does]");
    if (event.target === palette) palette.close();
    if (!button) return;
    palette.close();
    does[button.dataset.does]();
  });
  keys.addEventListener("click", (event) => {
    if (event.target === keys) keys.close();
  });
  for (const opener of document.querySelectorAll("[data-opens]")) {
    opener.hidden = false;
    opener.addEventListener("click", () => document.getElementById(opener.dataset.opens).showModal());
  }
})();
