// Writing at the desk: what is typed is kept as a draft, and a reply that goes out counts its seconds.
"use strict";

(() => {
  let waiting = null;
  let sending = null;

  function composer() {
    return document.getElementById("composer");
  }

  // A moment after the last key, and when one leaves the field or the page.
  function keep(form, leaving) {
    clearTimeout(waiting);
    waiting = null;
    if (!form || !form.dataset.typed || form.dataset.sent) return;
    delete form.dataset.typed;
    const said = form.querySelector("[data-kept]");
    const address = form.querySelector("[formaction$='/draft']").getAttribute("formaction");
    sending = new AbortController();
    fetch(address, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { "X-Typing": "yes", "HX-Request": "true" }, keepalive: leaving, signal: sending.signal })
      .then((answer) => (said.textContent = answer.status === 204 ? said.dataset.said : said.dataset.not))
      .catch((error) => {
        if (error.name !== "AbortError") said.textContent = said.dataset.not;
      });
  }
  document.addEventListener("input", (event) => {
    const form = event.target.closest("#composer");
    if (!form || event.target.type === "file") return;
    form.dataset.typed = "yes";
    form.querySelector("[data-kept]").textContent = "";
    form.querySelector(".preview")?.remove();
    clearTimeout(waiting);
    waiting = setTimeout(() => keep(form, false), 1200);
  });
  document.addEventListener("submit", (event) => {
    if (event.target.id !== "composer") return;
    clearTimeout(waiting);
    sending?.abort();
    delete event.target.dataset.typed;
  });
  // From the field itself: Ctrl Enter sends the reply, or keeps the note, whichever is being written.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.target.id !== "words") return;
    const button = [...event.target.form.querySelectorAll("button.btn-primary")].find((one) => one.offsetParent !== null);
    if (!button) return;
    event.preventDefault();
    button.click();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keep(composer(), true);
  });
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.target?.id !== "composer") keep(composer(), false);
  });
  // What was put in stands there, and one writes on below it.
  function writeOn() {
    const words = document.getElementById("words");
    if (!words) return;
    words.focus();
    words.setSelectionRange(words.value.length, words.value.length);
    words.scrollTop = words.scrollHeight;
    words.closest("form").scrollIntoView({ block: "nearest" });
  }
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target?.id === "composer") writeOn();
  });
  // So it is with a reply that was taken back: its page comes with the words in the field.
  const TAKEN = "desk:taken-back";
  const address = () => composer()?.getAttribute("action");
  document.addEventListener("submit", (event) => {
    if (event.target.getAttribute("action")?.endsWith("/take-back")) remembered(() => sessionStorage.setItem(TAKEN, address()));
  });
  function remembered(what) {
    try {
      return what();
    } catch {
      return null;
    }
  }
  if (remembered(() => sessionStorage.getItem(TAKEN)) !== null) {
    if (sessionStorage.getItem(TAKEN) === address() && !document.querySelector("[data-focus]")) writeOn();
    sessionStorage.removeItem(TAKEN);
  }

  // The seconds until a reply goes out; the page then learns of it as of any change.
  setInterval(() => {
    for (const clock of document.querySelectorAll("[data-goes-in]")) {
      const left = Math.max(0, Number(clock.dataset.goesIn) - 1);
      clock.dataset.goesIn = String(left);
      clock.textContent = left > 0 ? clock.textContent.replace(/\d+/, String(left)) : clock.dataset.going;
    }
  }, 1000);
})();
