// The open desk stays true: it asks every few seconds what is new, while somebody looks at it and not otherwise.
// No row ever moves under the pointer: where somebody points, chooses or writes, it is only said that there is more.
"use strict";

(() => {
  const EVERY = 5_000;
  const NOBODY_LOOKS = 3 * 60_000;
  const WRITING = 60_000;

  const desk = document.querySelector("main.desk");
  if (!desk) return;
  let active = Date.now();
  let typed = 0;
  let asked = 0;
  let ended = false;

  const pane = () => document.querySelector(".queue-pane[data-pulse]");
  const item = () => document.querySelector("#item[data-ref]");
  const token = () => document.querySelector("main input[name=_csrf]")?.value;
  const live = (name) => document.querySelector(`[data-live=${name}]`);

  async function beat() {
    if (ended || document.hidden || Date.now() - active > NOBODY_LOOKS || Date.now() - asked < 1_000) return;
    asked = Date.now();
    const list = pane();
    const open = item();
    const body = new URLSearchParams({ _csrf: token() || "" });
    if (list && list.offsetParent) {
      body.set("seen", list.dataset.seen);
      body.set("shown", [...list.querySelectorAll(".queue-row .title")].map((row) => reference(row)).join(","));
    }
    if (open) {
      body.set("ref", open.dataset.ref);
      body.set("was", open.dataset.seen);
      body.set("writing", String(Date.now() - typed < WRITING));
    }
    try {
      const answer = await fetch(list.dataset.pulse, { method: "POST", body, redirect: "manual", headers: { Accept: "application/json" } });
      if (answer.status === 404) return;
      if (answer.type === "opaqueredirect" || answer.status >= 400) ended = answer.status < 500;
      if (!answer.ok) return;
      say(answer.status === 204 ? {} : await answer.json(), open);
    } catch {
      // The network is away; the next beat asks again.
    }
  }

  const reference = (row) => new URL(row.href).pathname.split("/").pop();

  function say(news, asked) {
    if (news.list) tellList(news.list);
    if (item() !== asked) return;
    if (live("company")) set(live("company"), news.company || "");
    if (news.item && asked) tellItem(news.item);
  }

  function set(element, words) {
    if (element.textContent !== words) element.textContent = words;
  }

  // The list
  function tellList(words) {
    if (idle(pane())) {
      renewList();
      return;
    }
    const button = live("list");
    set(button, words);
    button.hidden = false;
  }

  function idle(part) {
    return (
      !part.matches(":hover") &&
      !part.contains(document.activeElement) &&
      !part.querySelector(".queue-row input:checked") &&
      !document.querySelector("dialog[open], .chip-menu[open], .give-menu[open]")
    );
  }

  async function renewList() {
    const old = pane();
    const page = await read(old.dataset.list);
    const fresh = page?.querySelector(".queue-pane");
    if (!fresh || pane() !== old) return;
    const down = old.querySelector(".queue-scroll").scrollTop;
    const open = item()?.dataset.ref;
    for (const row of fresh.querySelectorAll(".queue-row .title")) {
      if (reference(row) !== open) continue;
      row.closest(".queue-row").classList.add("on");
      row.setAttribute("aria-current", "true");
    }
    old.replaceWith(fresh);
    fresh.querySelector(".queue-scroll").scrollTop = down;
    const counts = page.querySelector(".views");
    const shown = document.querySelector("main .views");
    if (counts && shown && !shown.contains(document.activeElement)) shown.replaceWith(counts);
    window.htmx?.process(fresh);
  }

  // The item
  function tellItem(words) {
    const open = item();
    if (idle(open) && written(open).length === 0) {
      renewItem();
      return;
    }
    const note = live("item");
    if (!note || note.dataset.later === words) return;
    set(note.querySelector("[data-live-words]"), words);
    note.hidden = false;
  }

  // The fields in which something stands that was not there when the page came.
  function written(part) {
    return [...part.querySelectorAll("textarea, input:not([type=hidden]), select")].filter((field) => {
      if (field.matches("select")) return field.selectedIndex !== Math.max(0, [...field.options].findIndex((one) => one.defaultSelected));
      if (field.matches("[type=radio], [type=checkbox]")) return field.checked !== field.defaultChecked;
      return field.value !== field.defaultValue;
    });
  }

  function carry(field, fresh) {
    const form = [...fresh.querySelectorAll("form")].find((one) => one.getAttribute("action") === field.form?.getAttribute("action"));
    const same = [...(form?.elements ?? [])].filter((one) => one.name === field.name && one.type === field.type);
    if (field.matches("[type=file]")) return false;
    if (!field.matches("[type=radio], [type=checkbox]")) {
      if (same.length > 0) same[0].value = together(field, same[0]);
      return same.length > 0;
    }
    const twin = same.find((one) => one.value === field.value);
    if (twin) twin.checked = field.checked;
    return Boolean(twin);
  }

  // A reply that came back while one wrote stands above what one wrote.
  function together(field, fresh) {
    const back = fresh.dataset.back;
    if (!back || field.form.elements.saw?.value === fresh.form.elements.saw?.value) return field.value;
    return field.value.trim() ? `${back}\n\n${field.value}` : back;
  }

  async function renewItem() {
    const old = item();
    const page = await read(window.location.href, { "HX-Request": "true", "HX-Target": "item" });
    const fresh = page?.querySelector("#item[data-ref]");
    if (!fresh || item() !== old || fresh.dataset.ref !== old.dataset.ref) return;
    // What was written goes along; its form then stands on the present state, which is in sight.
    if (!written(old).every((field) => carry(field, fresh))) {
      window.open(window.location.href, "_blank", "noopener");
      return;
    }
    // What was folded out stays so.
    const folds = [...old.querySelectorAll("details")];
    for (const fold of fresh.querySelectorAll("details")) {
      const same = folds.find((one) => one.querySelector("summary")?.textContent === fold.querySelector("summary")?.textContent);
      if (same) fold.open = same.open;
    }
    old.replaceWith(fresh);
    window.htmx?.process(fresh);
  }

  async function read(address, headers = {}) {
    const answer = await fetch(address, { headers: { Accept: "text/html", ...headers } });
    if (!answer.ok || answer.redirected) return null;
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }

  desk.addEventListener("click", (event) => {
    if (event.target.closest("[data-live=list]")) renewList();
    if (event.target.closest("[data-live-show]")) renewItem();
    if (event.target.closest("[data-live-later]")) {
      const note = live("item");
      note.dataset.later = note.querySelector("[data-live-words]").textContent;
      note.hidden = true;
    }
  });
  desk.addEventListener("input", (event) => {
    if (event.target.closest("#composer")) typed = Date.now();
  });
  function awake() {
    const slept = Date.now() - active > NOBODY_LOOKS;
    active = Date.now();
    if (slept) beat();
  }
  for (const sign of ["pointermove", "pointerdown", "keydown", "scroll"]) document.addEventListener(sign, awake, { passive: true, capture: true });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) awake();
    beat();
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    typed = 0;
    if (event.detail.target?.id === "item") beat();
  });
  setInterval(beat, EVERY);
  beat();
})();
