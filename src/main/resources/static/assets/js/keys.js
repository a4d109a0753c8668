// The desk by keyboard: single keys, which one can switch off, and a palette for everything (Ctrl K).
// Whatever a key does has a link, a button or a field on the page; the key only takes one there.
"use strict";

(() => {
  const desk = document.querySelector("main.desk");
  if (!desk) return;
  const keys = document.getElementById("keys");
  const palette = document.getElementById("palette");
  const places = { d: "/desk", m: "/desk?view=mine", n: "/desk?view=nobody", p: "/desk?view=pending", a: "/desk?view=all", c: "/desk/calendar", h: "/desk/hours", i: "/insights", r: "/requests" };
  const ORDER = "desk:order";
  const LONGEST = 10_000;
  let going = false;
  let waiting = null;
  let giveUp = null;

  const rows = () => [...document.querySelectorAll(".queue-row .title")];
  const item = () => document.getElementById("item");
  const focused = () => rows().find((row) => row === document.activeElement);
  const current = () => rows().find((row) => row.getAttribute("aria-current"));

  // The order in which the rows stood around the open item: when it leaves the list, one goes on from its place.
  const reference = (row) => new URL(row.href).pathname.split("/").pop();
  const list = () => document.querySelector(".queue-pane[data-list]")?.dataset.list;

  function kept() {
    try {
      return JSON.parse(sessionStorage.getItem(ORDER));
    } catch {
      return null;
    }
  }

  function keep(order) {
    try {
      sessionStorage.setItem(ORDER, JSON.stringify(order));
    } catch {
      // A browser that keeps nothing begins at the top.
    }
  }

  function remember() {
    const row = current();
    if (row) keep({ list: list(), refs: rows().map(reference), at: reference(row) });
  }

  // What was kept, when its item stands in this list no longer.
  function gone() {
    const order = kept();
    return order && order.list === list() && !rows().some((row) => reference(row) === order.at) ? order : null;
  }

  // The row that stood nearest after the place, or before it; at an end of the list the other side.
  function neighbor(order, by) {
    const here = new Map(rows().map((row) => [reference(row), row]));
    const place = order.refs.indexOf(order.at);
    const after = order.refs.slice(place + 1).find((ref) => here.has(ref));
    const before = order.refs.slice(0, place).findLast((ref) => here.has(ref));
    return here.get(by > 0 ? after || before : before || after);
  }

  function move(by) {
    const all = rows();
    if (all.length === 0) return;
    const left = gone();
    const from = all.indexOf(focused() || (left ? undefined : current()));
    const next = all[from < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, from + by))];
    const to = (from < 0 && left && neighbor(left, by)) || next;
    to.focus();
    to.scrollIntoView({ block: "nearest" });
  }

  function open() {
    const left = gone();
    const row = focused() || (left && neighbor(left, 1)) || current() || rows()[0];
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
    first?.focus();
    first?.scrollIntoView({ block: "nearest" });
  }

  function press(selector) {
    const button = item()?.querySelector(selector);
    if (button) button.click();
  }

  // With rows chosen, the keys are for all of them.
  const chosen = () => document.querySelector(".queue-row .pick input:checked") !== null;
  const bulk = { a: "assign", r: "reply", t: "tag", s: "status", e: "settle" };

  function choose() {
    (focused() || current())?.dispatchEvent(new CustomEvent("desk:choose", { bubbles: true }));
  }

  function lead(to) {
    if (!to) return false;
    to.focus();
    to.scrollIntoView({ block: "center" });
    return true;
  }

  const seen = (element) => element.offsetParent !== null && !element.closest("details:not([open]) > :not(summary)");
  const FIELDS = "textarea, input:not([type=hidden], [type=checkbox]), select";

  // Deciding is never one key away: the key leads to the form, its button decides. Where words belong to it, to those.
  function decide() {
    const part = item()?.querySelector(".item-part:not([disabled])");
    const first = (selector) => [...(part?.querySelectorAll(selector) ?? [])].find(seen);
    if (lead(item()?.querySelector(".item-top button.btn-primary[name=outcome]"))) return;
    if (lead(first("[data-decision]"))) return;
    const button = first(":is(button, summary, a).btn-primary");
    const words = button?.form && [...button.form.querySelectorAll("textarea, input[type=text]")].find(seen);
    if (lead(words || button || first(".decide summary, .decide button"))) return;
    const fold = first("details:not([open]):has(form)");
    if (fold) {
      fold.open = true;
      lead(fold.querySelector(FIELDS) || fold.querySelector("button"));
    } else if (item()?.dataset.ref) say("nothing");
  }

  function canned() {
    const menu = item()?.querySelector(".canned-menu");
    if (!menu) return;
    menu.open = true;
    menu.querySelector(".menu :is(button, a)").focus();
    menu.scrollIntoView({ block: "nearest" });
  }

  // What a key could not do is said for a moment.
  let quiet = null;
  function say(what) {
    const said = document.getElementById("keys-said");
    said.textContent = said.dataset[what];
    clearTimeout(quiet);
    quiet = setTimeout(() => (said.textContent = ""), 5_000);
  }

  function back() {
    if (chosen()) {
      document.dispatchEvent(new CustomEvent("desk:choose-none"));
      return;
    }
    const split = document.querySelector(".split");
    if (split && split.dataset.open === "item" && window.matchMedia("(max-width: 48rem)").matches) {
      document.querySelector(".item .only-phone a")?.click();
    } else current()?.focus();
  }

  const does = {
    j: () => move(1),
    k: () => move(-1),
    o: open,
    a: give,
    x: choose,
    m: () => press("button[name=to][value=me]"),
    r: () => write("reply"),
    n: () => write("note"),
    c: canned,
    t: () => lead(item()?.querySelector("#tag")),
    s: () => unfold(".stand-menu", "input:checked"),
    w: () => press("button[data-key=w]"),
    link: () => unfold(".link-menu", "input:not([type=hidden])"),
    merge: () => unfold(".merge-menu", "input[type=radio]"),
    e: decide,
    "/": () => document.getElementById("dq").select(),
    "?": () => show(keys),
  };

  function typing(target) {
    return target.closest("input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]");
  }

  // What a key does: to all that are chosen, to the row it stands on, or to the open item.
  function strike(key) {
    if (chosen() && bulk[key]) {
      document.querySelector(`.bulk-bar button[value=${bulk[key]}]`).click();
      return;
    }
    const row = focused();
    if (row && row !== current() && "amrnctswe".includes(key)) {
      // It is opened first; the key waits until it is there.
      row.click();
      waiting?.push(key);
      return;
    }
    does[key]();
  }

  // What was typed while an item was on its way goes where the first key led.
  function replay(keys) {
    for (const key of keys) {
      const field = document.activeElement;
      if (waiting) waiting.push(key);
      else if (!typing(field)) {
        if (key === "Enter") field.click();
        else if (does[key]) strike(key);
      } else if (key === "Enter" && !field.matches("textarea")) field.form?.requestSubmit();
      else if (field.matches("textarea, input") && field.selectionStart !== null) {
        field.setRangeText(key === "Enter" ? "\n" : key, field.selectionStart, field.selectionEnd, "end");
        field.dispatchEvent(new InputEvent("input", { bubbles: true, data: key }));
      }
    }
  }

  function arrived() {
    const keys = waiting || [];
    clearTimeout(giveUp);
    waiting = null;
    return keys;
  }

  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.target?.id !== "item") return;
    clearTimeout(giveUp);
    waiting ??= [];
    giveUp = setTimeout(arrived, LONGEST);
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.target?.id === "item" && !event.detail.successful) arrived();
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target?.id !== "item") return;
    remember();
    replay(arrived());
  });
  document.addEventListener("submit", (event) => {
    const order = kept();
    if (order && event.target.closest("#item") && item().dataset.ref === order.at) keep({ ...order, sent: true });
  });
  // A page that answers what was done to the item keeps its place, also when it shows another one, as after a merge.
  const left = gone();
  if (left?.sent) keep({ ...left, sent: false });
  else remember();

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      show(palette);
      return;
    }
    if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("dialog[open], .chip-menu[open], .who-menu[open]")) {
      if (typing(event.target)) event.target.blur();
      else back();
      return;
    }
    if (desk.dataset.keys !== "on" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector("dialog[open]") || typing(event.target)) return;
    if (waiting && (event.key === "Enter" || event.key.length === 1)) {
      event.preventDefault();
      waiting.push(event.key);
      return;
    }
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
    if (event.key.length > 1 || !does[event.key]) return;
    event.preventDefault();
    strike(event.key);
  });

  // The palette: what one types narrows the list; the arrows move in it, Enter goes there.
  function narrow(typed) {
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
    for (const entry of palette.querySelectorAll("li")) {
      const text = entry.textContent.toLowerCase();
      entry.hidden = !words.every((word) => text.includes(word)) || (entry.matches("[data-act]") && !item()?.dataset.ref);
    }
    const search = palette.querySelector("[data-search]");
    search.hidden = typed.trim() === "";
    search.querySelector("a").href = "/desk?go=1&q=" + encodeURIComponent(typed.trim());
    search.querySelector("b").textContent = typed.trim();
  }
  // What it does, it does to the item that is open now.
  function show(dialog) {
    dialog.showModal();
    if (dialog !== palette) return;
    for (const about of palette.querySelectorAll("[data-act] .meta")) about.textContent = item()?.dataset.ref ?? "";
    palette.querySelector("input").value = "";
    narrow("");
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
    // After this press has closed what was open.
    setTimeout(does[button.dataset.does]);
  });
  keys.addEventListener("click", (event) => {
    if (event.target === keys) keys.close();
  });
  for (const opener of document.querySelectorAll("[data-opens]")) {
    opener.hidden = false;
    opener.addEventListener("click", () => show(document.getElementById(opener.dataset.opens)));
  }
})();
