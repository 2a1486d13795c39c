// The slider over the days of change: says at once which day it stands on; the answer follows by HTMX.
"use strict";
document.addEventListener("input", (event) => {
  const slider = event.target;
  if (!(slider instanceof HTMLInputElement) || slider.id !== "at" || !slider.list) return;
  const day = slider.list.querySelector(`option[value="${CSS.escape(slider.value)}"]`);
  if (!day) return;
  slider.setAttribute("aria-valuetext", day.label);
  const told = document.getElementById("slider-day");
  if (told) told.textContent = day.label;
});
