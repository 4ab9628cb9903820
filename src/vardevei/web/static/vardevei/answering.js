// An anonymous survey is one form, since nothing is kept of it before it is sent. Here it is shown a page at a time.
// Everything works without this: then all pages stand under one another.
"use strict";

(() => {
  const sent = document.querySelector("[data-survey-sent]");
  if (sent) { // what is sent need not lie in the browser any longer
    const kept = `vardevei:draft:${sent.dataset.surveySent}`;
    Object.keys(localStorage).filter((name) => name.startsWith(kept)).forEach((name) => localStorage.removeItem(name));
  }

  const form = document.querySelector("form[data-survey]");
  const pages = form ? [...form.querySelectorAll("[data-survey-page]")] : [];
  if (pages.length < 2) return;
  const next = form.querySelector("[data-survey-next]"), back = form.querySelector("[data-survey-back]");
  const send = form.querySelector("button[type=submit]");
  let now = 0;

  const show = (number, focus) => {
    now = Math.min(Math.max(number, 0), pages.length - 1);
    pages.forEach((page, at) => { page.hidden = at !== now; page.classList.add("alone"); });
    next.hidden = now === pages.length - 1;
    send.hidden = !next.hidden;
    back.hidden = now === 0;
    if (focus) { scrollTo(0, 0); pages[now].querySelector("h2").focus(); }
  };
  const go = (number) => { history.pushState({ page: number }, ""); show(number, true); };

  next.addEventListener("click", () => go(now + 1));
  back.addEventListener("click", () => go(now - 1));
  addEventListener("popstate", (event) => show(event.state?.page ?? 0, true));
  // Enter in a field goes on to the next page; only the last one sends.
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("input") && !next.hidden) { event.preventDefault(); go(now + 1); }
  });
  form.querySelectorAll(".ds-error-summary a").forEach((link) => link.addEventListener("click", (event) => {
    const field = document.getElementById(link.hash.slice(1)), at = pages.findIndex((page) => page.contains(field));
    if (at >= 0) { event.preventDefault(); show(at); field.focus(); field.scrollIntoView({ block: "center" }); }
  }));

  history.replaceState({ page: 0 }, "");
  const wrong = pages.findIndex((page) => page.querySelector("[aria-invalid], .ds-validation-message"));
  show(wrong > 0 ? wrong : 0);
  if (wrong > 0) history.pushState({ page: wrong }, "");
})();
