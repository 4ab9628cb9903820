// A few buttons over a text field in Markdown, and a look at how it will be. The field works without this file.
"use strict";

document.querySelectorAll("[data-preview]").forEach((form) => {
  const [bold, list, steps, link, show, back, name] = form.dataset.words.split("|");
  const token = () => form.querySelector("[name=csrfmiddlewaretoken]").value;

  form.querySelectorAll("textarea[data-editor]").forEach((field) => {
    const bar = document.createElement("div");
    bar.className = "editor";
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", `${name}: ${field.labels[0].firstChild.textContent.trim()}`);
    const button = (words, act) => {
      const made = document.createElement("button");
      made.type = "button";
      made.className = "ds-button";
      made.dataset.variant = "tertiary";
      made.dataset.size = "sm";
      made.textContent = words;
      made.addEventListener("click", act);
      bar.append(made);
      return made;
    };
    // setRangeText keeps the caret; the event lets the draft be saved.
    const put = (make) => {
      const { selectionStart: from, selectionEnd: to, value } = field;
      field.setRangeText(make(value.slice(from, to), value.slice(0, from)), from, to, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.focus();
    };
    const lines = (mark) => put((chosen, before) =>
      (before && !before.endsWith("\n") ? "\n" : "") + (chosen || "").split("\n").map((line, at) => mark(at) + line).join("\n"));
    button(bold, () => put((chosen) => `**${chosen || bold.toLowerCase()}**`));
    button(list, () => lines(() => "- "));
    button(steps, () => lines((at) => `${at + 1}. `));
    button(link, () => put((chosen) => `[${chosen || link.toLowerCase()}](https://)`));

    const shown = document.createElement("div");
    shown.className = "editor-shown told stack";
    shown.setAttribute("aria-live", "polite");
    shown.hidden = true;
    const toggle = button(show, async () => {
      const open = shown.hidden;
      if (open) {
        const body = new URLSearchParams({ text: field.value, csrfmiddlewaretoken: token() });
        const answer = await fetch(form.dataset.preview, { method: "POST", body });
        if (!answer.ok) return;
        shown.innerHTML = await answer.text();
      }
      shown.hidden = !open;
      field.hidden = open;
      toggle.textContent = open ? back : show;
      toggle.setAttribute("aria-expanded", String(open));
    });
    toggle.setAttribute("aria-expanded", "false");
    field.before(bar);
    field.after(shown);
  });
});
