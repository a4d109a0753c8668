// Files for a message: chosen, dragged or pasted they are sent at once and wait in the form.
"use strict";

(() => {
  const MOST = 10;
  const LARGEST = 10 * 1024 * 1024;
  document.documentElement.classList.add("files-live");

  function say(field, text) {
    field.querySelector("[data-files-said]").textContent = text;
  }

  function fill(text, ...values) {
    return values.reduce((said, value, at) => said.replace("{" + at + "}", value), text);
  }

  async function post(field, address, body) {
    field.dataset.sending = String(Number(field.dataset.sending || 0) + 1);
    try {
      const answer = await fetch(address, { method: "POST", body, headers: { "X-Files": "list", "HX-Request": "true" } });
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-files-waiting]");
      if (!fresh) throw new Error(String(answer.status));
      field.querySelector("[data-files-waiting]").replaceWith(fresh);
      return true;
    } catch {
      return false;
    } finally {
      field.dataset.sending = String(Number(field.dataset.sending) - 1);
    }
  }

  // One after the other, so that each has its own answer and the list stays in order.
  async function add(field, chosen) {
    const form = field.closest("form");
    const troubles = [];
    let lost = false;
    for (const file of chosen) {
      if (field.querySelectorAll("[data-files-remove]").length >= MOST) {
        troubles.push(fill(field.dataset.many, MOST, file.name));
        continue;
      }
      if (file.size > LARGEST) {
        troubles.push(fill(field.dataset.large, file.name));
        continue;
      }
      say(field, fill(field.dataset.busy, file.name));
      const body = new FormData();
      body.append("_csrf", form.elements._csrf.value);
      body.append("files", file, file.name);
      lost = !(await post(field, field.dataset.add, body)) || lost;
      const trouble = field.querySelector("#files-error");
      if (trouble) troubles.push(trouble.lastChild.textContent.trim());
    }
    say(field, "");
    show(field, lost ? [...troubles, field.dataset.lost] : troubles);
  }

  function show(field, troubles) {
    const waiting = field.querySelector("[data-files-waiting]");
    waiting.querySelector("#files-error")?.remove();
    if (!troubles.length) return;
    const said = document.createElement("p");
    said.className = "field-error";
    said.id = "files-error";
    said.setAttribute("role", "alert");
    said.textContent = troubles.join(" ");
    waiting.prepend(said);
  }

  document.addEventListener("change", (event) => {
    const field = event.target.closest("[data-files]");
    if (!field || event.target.type !== "file" || !event.target.files.length) return;
    const chosen = [...event.target.files];
    event.target.value = "";
    add(field, chosen);
  });

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-files-remove]");
    if (!button) return;
    event.preventDefault();
    const field = button.closest("[data-files]");
    const body = new URLSearchParams({ _csrf: button.form.elements._csrf.value });
    if (!(await post(field, button.getAttribute("formaction"), body))) show(field, [field.dataset.lost]);
    field.querySelector("input[type=file]").focus();
  });

  // A form is not sent while a file is still on its way.
  document.addEventListener(
    "submit",
    (event) => {
      const field = event.target.querySelector?.("[data-files]");
      if (!field || !Number(field.dataset.sending || 0)) return;
      event.preventDefault();
      event.stopPropagation();
      const { submitter } = event;
      const again = setInterval(() => {
        if (Number(field.dataset.sending)) return;
        clearInterval(again);
        event.target.requestSubmit(submitter);
      }, 150);
    },
    true,
  );

  function target(event) {
    return event.target.closest?.("form")?.querySelector("[data-files]");
  }
  function carries(event) {
    return event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  }
  document.addEventListener("dragover", (event) => {
    const field = target(event);
    if (!field || !carries(event)) return;
    event.preventDefault();
    field.closest("form").classList.add("file-over");
  });
  document.addEventListener("dragleave", (event) => {
    const form = event.target.closest?.("form.file-over");
    if (form && !form.contains(event.relatedTarget)) form.classList.remove("file-over");
  });
  document.addEventListener("drop", (event) => {
    const field = target(event);
    if (!field || !carries(event)) return;
    event.preventDefault();
    field.closest("form").classList.remove("file-over");
    add(field, [...event.dataTransfer.files]);
  });
  document.addEventListener("paste", (event) => {
    const field = target(event);
    if (!field || !event.clipboardData?.files.length || event.clipboardData.types.includes("text/plain")) return;
    event.preventDefault();
    add(field, [...event.clipboardData.files]);
  });
})();
