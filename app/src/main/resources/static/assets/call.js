// Keeps what is typed during a call: on the server at the latest every three seconds, and in this browser until the server has it.
"use strict";
(() => {
  const over = document.querySelector("[data-call-ended]");
  if (over) localStorage.removeItem("call:" + over.dataset.callEnded);
  const form = document.getElementById("call");
  if (!form) return;
  const name = "call:" + form.dataset.call;
  const state = form.querySelector("[data-state]");
  const newer = form.querySelector("[data-newer]");
  const PAUSE = 400, LATEST = 2500, AGAIN = 1500;
  let version = Number(form.dataset.version), waiting = 0, since = 0, busy = false, dirty = false, stopped = false;

  const fields = () => {
    const all = {};
    for (const [key, value] of new FormData(form)) if (!["_csrf", "version", "invoice"].includes(key)) all[key] = value;
    return all;
  };
  const keep = sent => localStorage.setItem(name, JSON.stringify({ version, sent, fields: fields() }));
  const say = (text, kind) => { state.textContent = text; state.className = kind || ""; };

  function put(all) {
    for (const one of form.elements) {
      if (!one.name || ["_csrf", "version", "invoice"].includes(one.name)) continue;
      const value = all[one.name] ?? "";
      if (one.type === "radio" || one.type === "checkbox") one.checked = one.value === value;
      else one.value = value;
    }
  }

  function show(html) {
    const parts = new DOMParser().parseFromString(html, "text/html");
    for (const part of parts.querySelectorAll("[data-part]")) {
      const place = document.getElementById(part.dataset.part);
      if (place && place.innerHTML !== part.innerHTML) place.replaceChildren(...part.childNodes);
    }
  }

  function later() {
    clearTimeout(waiting);
    since ||= Date.now();
    waiting = setTimeout(save, Math.max(0, Math.min(PAUSE, since + LATEST - Date.now())));
  }

  async function save() {
    clearTimeout(waiting);
    if (stopped || !newer.hidden) return;
    if (busy) { waiting = setTimeout(save, 50); return; }
    busy = true;
    dirty = false;
    since = 0;
    const body = new URLSearchParams(new FormData(form));
    body.set("version", version);
    body.set("live", "1");
    const answer = await fetch(form.getAttribute("action"), { method: "POST", body, redirect: "manual", signal: AbortSignal.timeout(5000) }).catch(() => null);
    busy = false;
    if (answer && answer.ok) {
      version = Number(answer.headers.get("Duly-Version"));
      form.elements.version.value = version;
      if (dirty) { keep(false); later(); } else localStorage.removeItem(name);
      say(form.dataset.saved + " " + answer.headers.get("Duly-Saved"));
      show(await answer.text());
    } else if (answer && answer.status === 409) {
      form.dataset.theirs = answer.headers.get("Duly-Version");
      newer.hidden = false;
      say("");
      keep(false);
    } else {
      dirty = true;
      keep(false);
      const out = answer && (answer.type === "opaqueredirect" || [401, 403, 404].includes(answer.status));
      say(out ? form.dataset.out : form.dataset.lost, "late");
      waiting = setTimeout(save, AGAIN);
    }
  }

  function changed() {
    dirty = true;
    keep(false);
    later();
  }

  form.addEventListener("input", event => { if (!event.target.matches("[data-apart]")) changed(); });
  form.addEventListener("submit", () => {
    stopped = true;
    form.elements.version.value = version;
    keep(true);
  });
  window.addEventListener("online", () => { if (dirty) save(); });
  window.addEventListener("pagehide", () => {
    if (!dirty || stopped) return;
    const body = new URLSearchParams(new FormData(form));
    body.set("version", version);
    body.set("live", "1");
    navigator.sendBeacon(form.getAttribute("action"), body);
  });
  window.addEventListener("pageshow", event => { if (event.persisted) location.reload(); });

  newer.querySelector("[data-mine]").addEventListener("click", () => {
    version = Number(form.dataset.theirs);
    newer.hidden = true;
    save();
  });
  newer.querySelector("[data-theirs]").addEventListener("click", () => {
    localStorage.removeItem(name);
    stopped = true;
    location.reload();
  });

  // What this browser kept and the server does not have comes back.
  const kept = JSON.parse(localStorage.getItem(name) || "null");
  if (kept && form.dataset.unsaved !== "true") {
    // A form that was sent has been taken in where the server is further now; what it filled in itself counts then.
    const here = fields();
    const same = [...Object.keys(kept.fields), ...Object.keys(here)].every(key => (kept.fields[key] ?? "") === (here[key] ?? ""));
    if (same || (kept.sent && version > kept.version)) localStorage.removeItem(name);
    else if (kept.version === version) {
      put(kept.fields);
      say(form.dataset.back);
      dirty = true;
      save();
    } else {
      put(kept.fields);
      form.dataset.theirs = version;
      newer.hidden = false;
    }
  }

  // The usual next step comes with the outcome, unless another was chosen.
  const chosen = () => ["next", "next_on"].filter(one => form.elements[one].dataset.own);
  for (const one of ["next", "next_on"]) form.elements[one].addEventListener("change", event => { event.target.dataset.own = "1"; });
  for (const radio of form.querySelectorAll("[name=outcome]")) radio.addEventListener("change", () => {
    if (!chosen().includes("next")) form.elements.next.value = radio.dataset.next;
    if (!chosen().includes("next_on")) form.elements.next_on.value = radio.dataset.on;
    changed();
  });

  // A quiet clock: it only counts on from when the call began on the server.
  const clock = form.querySelector("[data-clock]");
  const from = Date.now() - Number(clock.dataset.clock) * 1000;
  const slow = matchMedia("(prefers-reduced-motion: reduce)").matches;
  setInterval(() => {
    const seconds = (Date.now() - from) / 1000;
    clock.value = Math.min(240, seconds);
    clock.classList.toggle("long", seconds >= 240);
  }, slow ? 15000 : 1000);

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Enter" && event.target.matches("input:not([type=checkbox]):not([type=radio])")) event.preventDefault();
    if (event.key === "Escape") document.activeElement.blur();
    if (event.target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select")) return;
    const radio = form.querySelector(`[name=outcome][data-key="${CSS.escape(event.key)}"]`);
    if (radio) { radio.focus(); radio.click(); }
    if (event.key === "f") form.querySelector("[data-end]").click();
  });
})();
