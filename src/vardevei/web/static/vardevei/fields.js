// Small helps in fields: how many characters are left. Everything works without this file.
"use strict";

document.querySelectorAll("[data-limit]").forEach((line) => {
  const field = document.getElementById(line.id.replace(/_count$/, ""));
  const tell = () => {
    const left = Number(line.dataset.limit) - field.value.replace(/\r?\n/g, "\r\n").length;
    line.textContent = (left < 0 ? line.dataset.over : line.dataset.left).replace("{n}", Math.abs(left));
    line.toggleAttribute("data-over-limit", left < 0);
  };
  field.addEventListener("input", tell);
  if (field.value) tell();
});

// What is wrong takes focus by autofocus, except after the skip link: an address with a fragment keeps it back.
if (location.hash) addEventListener("load", () => document.querySelector(".ds-error-summary[autofocus]")?.focus());
