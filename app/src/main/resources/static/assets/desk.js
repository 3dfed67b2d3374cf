// Conveniences only: every page works without this file.
"use strict";
(() => {
  const rows = () => [...document.querySelectorAll("[data-row]")].filter(row => row.offsetParent !== null);
  const keys = document.getElementById("keys");
  const find = document.querySelector("[data-find]");

  function move(step) {
    const all = rows();
    const at = all.indexOf(document.activeElement);
    const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1)];
    if (next) {
      next.focus({ preventScroll: true });
      (next.closest("tr, li") || next).scrollIntoView({ block: "nearest" });
    }
  }

  function open(id) {
    const part = document.getElementById(id);
    if (!part) return false;
    for (let one = part; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
    part.focus();
    return true;
  }

  // The first button of that key in the part of the page where the reader is.
  function press(key) {
    const button = document.activeElement.closest("article")?.querySelector(`[data-key="${key}"]`)
      || document.querySelector(`[data-page-key="${key}"]`);
    if (button) button.click();
  }

  const choose = () => document.activeElement.closest("tr")?.querySelector("[data-pick]")?.click();

  const typing = element => element.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, dialog[open]");
  const actions = {
    j: () => move(1),
    k: () => move(-1),
    "/": () => { find.focus(); find.select(); },
    "?": () => keys.showModal(),
    n: () => open("note"),
    h: () => open("hold-why"),
    p: () => open("promise-amount"),
    y: () => open("reason-said"),
    s: () => open("task-why"),
    w: () => { location.href = sessionStorage.getItem("list") || "/"; },
    i: () => { location.href = "/intake"; },
    b: () => { location.href = "/bank"; },
    a: () => press("a"),
    d: () => press("d"),
    v: () => press("v"),
    o: () => { location.href = "/outbox"; },
    e: () => { location.href = "/replies"; },
    f: () => open("filter-name"),
    l: () => { location.href = "/tasks"; },
    t: () => { location.href = "/templates"; },
    r: () => open("refuse-why"),
    x: choose,
    c: () => {
      const row = document.activeElement.closest("[data-row]")?.getAttribute("href");
      const recovery = /^\/cases\/\d+(?=$|#)/.exec(row);
      if (recovery) location.href = recovery[0] + "/brief";
      else (document.querySelector("[data-page-key=c]") || document.querySelector("[data-call]"))?.click();
    },
    m: () => document.querySelector("[data-write]")?.click(),
  };

  // After g a digit opens the list that is kept at that place.
  let going = 0;
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (typing(event.target) || !keys) return;
    if (event.key === " " && document.activeElement.matches("[data-row]") && document.activeElement.closest("tr")?.querySelector("[data-pick]")) {
      event.preventDefault();
      choose();
      return;
    }
    const gone = Date.now() - going < 1500 && /^[1-9]$/.test(event.key);
    going = event.key === "g" ? Date.now() : 0;
    if (gone) location.href = "/views/" + event.key;
    else if (actions[event.key]) actions[event.key]();
    else return;
    event.preventDefault();
  });

  document.addEventListener("click", event => {
    if (event.target.closest("[data-keys]")) keys.showModal();
    for (const menu of document.querySelectorAll("details.you[open]")) if (!menu.contains(event.target)) menu.open = false;
  });

  document.addEventListener("change", event => {
    if (event.target.matches("[data-submits]")) event.target.form.requestSubmit();
  });

  // Files may be dropped anywhere on the page that takes them.
  const drop = document.querySelector("[data-drop]");
  if (drop) {
    const input = drop.querySelector("input[type=file]");
    const fits = () => [...input.files].reduce((sum, file) => sum + file.size, 0) < Number(drop.dataset.most);
    const carries = event => [...event.dataTransfer.types].includes("Files");
    document.addEventListener("dragover", event => {
      if (!carries(event)) return;
      event.preventDefault();
      drop.classList.add("over");
    });
    document.addEventListener("dragleave", event => { if (!event.relatedTarget) drop.classList.remove("over"); });
    document.addEventListener("drop", event => {
      if (!carries(event)) return;
      event.preventDefault();
      drop.classList.remove("over");
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
      drop.querySelector("button").focus();
    });
    drop.addEventListener("submit", event => {
      if (fits()) return;
      event.preventDefault();
      drop.querySelector(".how").textContent = drop.dataset.tooLarge;
    });
  }

  // One box marks all rows; what is changed in a row marks it.
  document.addEventListener("change", event => {
    if (event.target.matches("[data-pick-all]"))
      for (const box of document.querySelectorAll("[data-pick]")) box.checked = event.target.checked;
    const row = event.target.closest(".cells tbody");
    if (row && !event.target.matches("[data-pick]")) row.classList.add("changed");
  });

  // As the server reads it: the last of two kinds of sign parts decimals; one alone does too, unless three digits follow and it is not the reader's own.
  const typedAmount = (typed, point) => {
    const text = typed.replace(/[\s'’]/g, "");
    const at = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
    const whole = text.slice(0, Math.max(at, 0)), rest = text.slice(at + 1), sign = text[at];
    const groups = at < 0 || whole.includes(sign) || (!/[.,]/.test(whole) && rest.length === 3 && sign !== point);
    return Number(groups ? text.replace(/[.,]/g, "") : whole.replace(/[.,]/g, "") + "." + rest);
  };

  // What remains of the money while it is given to invoices.
  document.addEventListener("input", event => {
    const form = event.target.closest("[data-remainder]");
    if (!form) return;
    const remains = form.querySelector("[data-remains]");
    const [, point = ".", cents = ""] = (remains.dataset.shape ??= remains.textContent).match(/([.,])(\d+)$/) ?? [];
    const decimals = cents.length;
    const given = [...form.querySelectorAll("input[name^='to.']")].reduce((sum, one) => sum + (typedAmount(one.value, point) || 0), 0);
    const left = Number(form.dataset.remainder) / 10 ** decimals - given;
    remains.textContent = left.toLocaleString(document.documentElement.lang, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    remains.classList.toggle("late", left < -1e-9);
  });

  // What is typed stays until it has been taken in: the page that comes after a change says which drafts are done.
  const name = field => "draft:" + field.dataset.draft;
  for (const done of document.querySelectorAll("[data-taken-in]")) localStorage.removeItem("draft:" + done.dataset.takenIn);
  for (const field of document.querySelectorAll("[data-draft]")) {
    if (!field.value) field.value = localStorage.getItem(name(field)) || "";
    field.addEventListener("input", () => {
      if (field.value) localStorage.setItem(name(field), field.value); else localStorage.removeItem(name(field));
    });
  }

  // Words are read while they are typed: saved after a pause, and every three seconds at the latest.
  const editor = document.querySelector("[data-live]");
  if (editor) {
    const text = editor.elements.text;
    const mirror = editor.querySelector(".mirror");
    const found = document.querySelector(editor.dataset.found);
    let waiting = 0, asked = 0, since = 0;
    const paint = () => {
      const marks = [...found.querySelectorAll("[data-mark]")].map(li => [...li.dataset.mark.split("-").map(Number), li.className]).filter(([from, to]) => from >= 0 && to > from);
      mirror.textContent = "";
      let at = 0;
      for (const [from, to, kind] of marks.sort((a, b) => a[0] - b[0])) {
        if (from < at) continue;
        const mark = document.createElement("mark");
        mark.className = kind;
        mark.textContent = text.value.slice(from, to);
        mirror.append(text.value.slice(at, from), mark);
        at = to;
      }
      mirror.append(text.value.slice(at) + "\n");
      mirror.scrollTop = text.scrollTop;
    };
    const ask = async () => {
      clearTimeout(waiting);
      since = 0;
      const mine = ++asked;
      const body = new URLSearchParams(new FormData(editor));
      body.set("live", "1");
      const answer = await fetch(editor.dataset.live, { method: "POST", body, redirect: "error" }).catch(() => null);
      if (!answer || !answer.ok || mine !== asked) return;
      found.innerHTML = await answer.text();
      paint();
    };
    editor.addEventListener("input", event => {
      if (event.target === text) mirror.textContent = "";
      clearTimeout(waiting);
      since ||= Date.now();
      waiting = setTimeout(ask, Math.max(0, Math.min(400, since + 2500 - Date.now())));
    });
    text.addEventListener("scroll", () => { mirror.scrollTop = text.scrollTop; });
    found.addEventListener("click", event => {
      const line = Number(event.target.closest("[data-line]")?.dataset.line);
      if (!line) return;
      const lines = text.value.split("\n");
      const from = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
      text.focus();
      text.setSelectionRange(from, from + (lines[line - 1] || "").length);
      text.scrollTop = text.scrollHeight * (line - 1) / lines.length - text.clientHeight / 2;
    });
    const said = better => (better.match(/[“"„«](.*)[”"“»]/s) || [])[1] || "";
    found.addEventListener("click", event => {
      const take = event.target.closest("[data-take], [data-add]");
      if (!take) return;
      let words = said(take.dataset.take || take.dataset.add).replace(/[“„«](.*)$/s, "$1");
      const mark = take.closest("[data-mark]");
      if (mark) {
        let [from, to] = mark.dataset.mark.split("-").map(Number);
        while (from > 0 && !/[.!?\n]/.test(text.value[from - 1])) from--;
        while (from < to && /\s/.test(text.value[from])) from++;
        while (to < text.value.length && !/[.!?\n]/.test(text.value[to])) to++;
        if (/[.!?]/.test(text.value[to] || "")) to++;
        text.setRangeText(words, from, to, "end");
      } else {
        const end = text.value.indexOf("{{signature}}");
        const at = end < 0 ? text.value.length : end;
        text.setRangeText(words + "\n\n", at, at, "end");
      }
      text.focus();
      text.dispatchEvent(new Event("input", { bubbles: true }));
    });
    paint();
  }

  // Who has a page of a case open stays in the case; who leaves it has left it soon, for the next page may be the call.
  const inside = act => {
    const at = document.querySelector("[data-claim]")?.dataset.claim;
    const token = document.querySelector("input[name=_csrf]")?.value;
    return at && token ? [at + act, new URLSearchParams({ _csrf: token })] : null;
  };
  const stay = () => {
    const claim = inside("");
    if (claim) fetch(claim[0], { method: "POST", body: claim[1], headers: { "HX-Request": "true" } }).catch(() => null);
  };
  if (!document.getElementById("claim")) stay();
  setInterval(stay, 90_000);
  addEventListener("pagehide", () => {
    const claim = inside("/leaving");
    if (claim) navigator.sendBeacon(...claim);
  });

  // How many lines are chosen; what can be done with them is shown where there are any.
  const bulk = document.getElementById("bulk");
  if (bulk) {
    const count = () => {
      const some = document.querySelectorAll("[data-pick]:checked").length;
      bulk.classList.toggle("some", some > 0);
      bulk.querySelector("[data-picked]").textContent = bulk.elements.all.checked ? "" : some || "";
    };
    document.addEventListener("change", count);
    count();
  }

  // Whoever comes back to the worklist finds it as they left it: the same list, the same line, as far down as it was.
  const list = document.querySelector("[data-worklist]");
  if (list) {
    const here = location.pathname + location.search;
    const spot = JSON.parse(sessionStorage.getItem("spot") || "null");
    sessionStorage.setItem("list", here);
    if (spot && spot.here === here) {
      scrollTo(0, spot.top);
      rows().find(row => row.getAttribute("href") === spot.row)?.focus({ preventScroll: true });
    }
    addEventListener("pagehide", () => {
      const row = document.activeElement.closest("[data-row]")?.getAttribute("href");
      sessionStorage.setItem("spot", JSON.stringify({ here, row, top: scrollY }));
    });
  }
  for (const link of document.querySelectorAll("[data-to-list]")) link.href = sessionStorage.getItem("list") || link.href;

  // Rows read on in place keep the reader where they are.
  document.addEventListener("htmx:afterSwap", event => {
    const row = event.detail.target.id === "more" && document.activeElement === document.body;
    if (row) move(1);
  });
})();
