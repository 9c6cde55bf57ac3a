// The keyboard: every control with data-key answers to its key; Enter decides; Escape leaves a text field.
"use strict";

const box = document.querySelector(".sheet rect.value, .sheet mark, .sheet .here");
const around = document.querySelector(".paper");
if (box && around) {
  // Only the paper moves: the page's own header and the caption stay where they are.
  const inside = box.getBoundingClientRect(), frame = around.getBoundingClientRect();
  around.scrollTop += inside.top + inside.height / 2 - frame.top - frame.height / 2;
} else if (box) box.scrollIntoView({ block: "center" });

const form = document.getElementById("decision");
const typing = (element) => element.matches("input:not([type=radio]):not([type=checkbox]), select, textarea");

function choose(radio) {
  radio.checked = true;
  if (radio.value === "other") form.elements.other.focus();
  else if ("changes" in radio.dataset) form.elements.reason.focus();
  else radio.focus();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const active = document.activeElement;
  if (event.key === "Escape" && typing(active)) return active.blur();
  if (event.key === "Enter" && form && !typing(active) && !active.matches("a, button")) {
    event.preventDefault();
    return form.requestSubmit();
  }
  if (typing(active)) return;
  const control = [...document.querySelectorAll("[data-key]")].find((element) => element.dataset.key === event.key);
  if (!control || (event.key === "Enter" && active === control)) return;
  event.preventDefault();
  if (control.type === "radio") choose(control);
  else if (typing(control)) control.focus();
  else control.click();
});

for (const button of document.querySelectorAll("[data-reason]")) {
  button.addEventListener("click", () => {
    form.elements.reason.value = button.dataset.reason;
    form.elements.reason.focus();
  });
}

if (form && form.elements.other) {
  form.elements.other.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    form.querySelector("[value=other]").checked = true;
    form.elements.reason.focus();
  });
  form.elements.other.addEventListener("input", () => { form.querySelector("[value=other]").checked = true; });
}
