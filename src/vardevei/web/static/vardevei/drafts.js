// No text is lost: a form keeps what is written in it while it is written. A signed-in person's draft goes to the site
// (and to the browser while there is no connection); a visitor's stays in the browser. Everything works without this.
"use strict";

(() => {
  const PREFIX = "vardevei:draft:", WAIT = 1200, RETRY = 10000, KEPT = 30 * 24 * 60 * 60 * 1000;

  const shelf = {
    names: () => Object.keys(localStorage).filter((name) => name.startsWith(PREFIX)),
    read(name) { try { return JSON.parse(localStorage.getItem(name)); } catch { return null; } },
    write(name, value) { try { localStorage.setItem(name, JSON.stringify(value)); return true; } catch { return false; } },
    drop: (name) => localStorage.removeItem(name),
  };

  // What the site has told us is in its place, what is too old, and everything when the person signs out.
  const tidy = () => {
    const done = document.cookie.match(/(?:^|; )vardevei-done=([\w-]+)/);
    if (done) document.cookie = "vardevei-done=; max-age=0; path=/; samesite=lax";
    for (const name of shelf.names()) {
      const kept = shelf.read(name);
      if (!kept || Date.now() - kept.at > KEPT || (done && name.endsWith(`:${done[1]}`))) shelf.drop(name);
    }
  };

  const known = new WeakSet(); // htmx tells of the first page too

  const keep = (form) => {
    if (known.has(form)) return;
    known.add(form);
    const { draft, draftKey, draftNames, draftTo, draftOffline, draftHere } = form.dataset;
    const names = JSON.parse(draftNames), place = PREFIX + draft + draftKey;
    const line = form.querySelector("[data-draft-line]");
    let timer = 0, sending = false, saved;

    const ours = (name) => names.some((own) => name === own || name.startsWith(`${own}_`) || name.startsWith(`${own}-`));
    const written = () => [...new FormData(form)].filter(([name, value]) => typeof value === "string" && ours(name));
    const say = (text) => { if (line.textContent !== text) line.textContent = text; };
    const changed = () => JSON.stringify(written()) !== saved;
    const parcel = () => {
      const data = new FormData();
      for (const name of ["csrfmiddlewaretoken", "_form"]) data.append(name, form.elements[name].value);
      for (const [name, value] of written()) data.append(name, value);
      data.append("_title", document.title.replace(/ – Vardevei$/, ""));
      return data;
    };
    const here = () => shelf.write(place, { at: Date.now(), fields: written() });

    const save = async () => {
      clearTimeout(timer);
      if (sending || !changed()) return;
      if (!draftTo) { saved = JSON.stringify(written()); say(draftHere); return; }
      const now = JSON.stringify(written());
      try {
        const answer = await fetch(draftTo, { method: "POST", body: parcel(), headers: { Accept: "text/plain" } });
        if (answer.status >= 500) throw new Error(answer.statusText);
        say(await answer.text());
        if (!answer.ok) return; // signed out: the text stays in the browser
        saved = now;
        if (!changed()) shelf.drop(place);
      } catch {
        say(draftOffline);
        timer = setTimeout(save, RETRY);
      }
    };
    const leave = () => {
      if (sending || !changed()) return;
      here();
      if (draftTo) navigator.sendBeacon(draftTo, parcel());
    };

    const put = (fields) => {
      const left = fields.map(([name, value]) => [name, value]);
      for (const field of form.elements) {
        if (!ours(field.name) || ["file", "password", "hidden", "submit", "button"].includes(field.type)) continue;
        const has = (value) => left.some(([name, kept]) => name === field.name && kept === value);
        if (field.type === "checkbox" || field.type === "radio") field.checked = has(field.value);
        else if (field.type === "select-multiple") for (const option of field.options) option.selected = has(option.value);
        else {
          const at = left.findIndex(([name]) => name === field.name);
          if (at >= 0) field.value = left.splice(at, 1)[0][1];
        }
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    };

    const offer = (name) => {
      const kept = shelf.read(name), draft = document.querySelector(`[data-draft-known="${name.split(":").pop()}"]`);
      const there = draft && Number(draft.dataset.draftSaved) * 1000 + 2000 >= kept.at; // the site has it
      if (!kept.fields.some(([, value]) => value.trim()) || there || JSON.stringify(kept.fields) === saved) {
        shelf.drop(name);
        return;
      }
      const found = form.querySelector("[data-draft-found]").content.cloneNode(true).firstElementChild;
      found.querySelector("[data-draft-when]").textContent = new Date(kept.at).toLocaleString(document.documentElement.lang);
      found.querySelector("[data-draft-put]").addEventListener("click", () => { put(kept.fields); here(); shelf.drop(name); found.remove(); });
      found.querySelector("[data-draft-drop]").addEventListener("click", () => { shelf.drop(name); found.remove(); });
      form.before(found);
    };

    saved = JSON.stringify(written());
    shelf.names().filter((name) => name.startsWith(PREFIX + draft) && name !== place).forEach(offer);
    form.addEventListener("input", () => { here(); clearTimeout(timer); timer = setTimeout(save, WAIT); });
    form.addEventListener("focusout", save);
    form.addEventListener("submit", () => { here(); sending = true; clearTimeout(timer); });
    window.addEventListener("online", save);
    window.addEventListener("pagehide", leave);
    window.addEventListener("pageshow", () => { sending = false; });
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") leave(); });
  };

  tidy();
  document.querySelectorAll("form[data-draft]").forEach(keep);
  document.addEventListener("htmx:load", (event) => event.target.querySelectorAll("form[data-draft]").forEach(keep));
  document.addEventListener("submit", (event) => {
    if (event.target.matches("[data-sign-out]")) shelf.names().forEach(shelf.drop);
  });
})();
