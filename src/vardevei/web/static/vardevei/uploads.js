// Sending files: how far it has come, and what went wrong, with the files still chosen. The form works without this.
"use strict";

(() => {
  const MEGABYTE = 1024 * 1024;
  const input = document.querySelector("input[type=file][data-upload]");
  if (!input) return;
  const form = input.form, words = input.dataset;
  const line = document.createElement("p"), bar = document.createElement("progress"), stop = document.createElement("button");
  line.setAttribute("role", "status");
  bar.max = 100;
  bar.hidden = true;
  stop.type = "button";
  stop.className = "ds-button";
  stop.dataset.variant = "tertiary";
  stop.textContent = words.stop;
  stop.hidden = true;
  form.querySelector(".buttons").after(bar, line, stop);
  bar.setAttribute("aria-label", words.sending.replace(/:? ?\{n\}.*/, ""));

  const say = (text) => { if (line.textContent !== text) line.textContent = text; };
  const busy = (is) => {
    bar.hidden = stop.hidden = !is;
    for (const button of form.querySelectorAll("[type=submit]")) button.disabled = is;
  };
  const stopped = (text) => {
    busy(false);
    say("");
    const alert = document.createElement("div");
    alert.className = "ds-alert";
    alert.dataset.color = "danger";
    alert.append(Object.assign(document.createElement("p"), { textContent: text }));
    document.querySelector("#melding").replaceChildren(alert);
    alert.scrollIntoView({ block: "nearest" });
  };
  const tooLarge = () => {
    const files = [...input.files], most = Number(words.largest), all = Number(words.all);
    const one = files.find((file) => file.size > most);
    if (one) return words.tooLarge.replace("{name}", one.name).replace("{n}", most / MEGABYTE);
    const sum = files.reduce((size, file) => size + file.size, 0);
    return sum > all ? words.tooMuch.replace("{n}", all / MEGABYTE) : "";
  };

  // The same page with what is wrong on top: only that is taken in, so that the files stay chosen.
  const faults = (request) => {
    const page = new DOMParser().parseFromString(request.responseText, "text/html");
    form.querySelector(".ds-error-summary")?.remove();
    const summary = page.querySelector(".ds-error-summary");
    busy(false);
    say("");
    if (!summary) return stopped(page.querySelector("main")?.textContent.trim().replace(/\s+/g, " ") || words.broken);
    form.prepend(document.importNode(summary, true));
    form.querySelector(".ds-error-summary").focus();
  };
  const answered = (request) => {
    const json = (request.getResponseHeader("Content-Type") || "").startsWith("application/json");
    const told = json ? JSON.parse(request.responseText) : {};
    if (told.to) return location.assign(told.to);
    if (json) return stopped([told.what, told.why, told.todo].join(" "));
    // Signed out meanwhile, or sent twice: the site leads to another page.
    if (request.status < 400 && new URL(request.responseURL).pathname !== location.pathname) return location.assign(request.responseURL);
    return faults(request);
  };

  form.addEventListener("submit", (event) => {
    if (!input.files.length) return;
    event.preventDefault();
    document.querySelector("#melding").replaceChildren();
    const wrong = tooLarge();
    if (wrong) return stopped(wrong);
    const request = new XMLHttpRequest();
    request.open("POST", form.action || location.href);
    request.setRequestHeader("X-Upload", "1");
    request.setRequestHeader("Accept", "application/json");
    request.upload.onprogress = ({ loaded, total }) => {
      const share = Math.floor((100 * loaded) / total);
      bar.value = share;
      // Said aloud each quarter, not each per cent.
      if (share % 25 === 0) say(share < 100 ? words.sending.replace("{n}", share) : words.storing);
    };
    request.onload = () => answered(request);
    request.onerror = () => stopped(words.broken);
    request.onabort = () => stopped(words.stopped);
    stop.onclick = () => request.abort();
    busy(true);
    request.send(new FormData(form));
  });
})();
