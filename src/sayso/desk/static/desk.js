// The desk without this works too: it only saves clicks.
"use strict";

// A report: pointing at a mark, or reaching it with the keyboard, shows its statements beside the text.

function numbersOf(target) {
  const mark = target instanceof Element && target.closest("#text [data-s]");
  return mark ? mark.dataset.s.split(" ") : [];
}

function choose(numbers) {
  const panel = document.getElementById("panel");
  if (!panel || panel.dataset.shown === numbers.join(" ")) return;
  panel.dataset.shown = numbers.join(" ");
  for (const run of document.querySelectorAll("#text .run")) {
    run.classList.toggle("chosen", run.dataset.s.split(" ").includes(numbers[0]));
  }
  const found = numbers.flatMap(copied);
  panel.replaceChildren(closing(), ...found);
  panel.hidden = !found.length;
}

function closing() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "close";
  button.textContent = "Close";
  button.addEventListener("click", () => choose([]));
  return button;
}

function copied(number) {
  const entry = document.getElementById(`s${number}`);
  if (!entry) return [];
  const copy = document.createElement("article");
  copy.className = entry.className;
  copy.append(...Array.from(entry.childNodes, (child) => child.cloneNode(true)));
  return [copy];
}

for (const event of ["pointerover", "focusin", "click"]) {
  document.addEventListener(event, ({ target }) => {
    const numbers = numbersOf(target);
    if (numbers.length) choose(numbers);
  });
}

document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") choose([]);
});

// Files may be dropped on the form.

const drop = document.getElementById("drop");
if (drop) {
  const files = document.getElementById("files");
  for (const event of ["dragover", "dragleave", "drop"]) {
    drop.addEventListener(event, (dragged) => {
      dragged.preventDefault();
      drop.classList.toggle("over", event === "dragover");
    });
  }
  drop.addEventListener("drop", ({ dataTransfer }) => {
    if (dataTransfer.files.length) files.files = dataTransfer.files;
  });
}

// Reports that are coming in: the page follows.

const progress = document.querySelector("[data-events]");
if (progress) {
  const source = new EventSource(progress.dataset.events);
  const show = ({ data }) => { progress.innerHTML = data; };
  source.addEventListener("progress", show);
  source.addEventListener("over", (event) => {
    show(event);
    source.close();
    document.getElementById("stop")?.remove();
  });
}

// Printing.

for (const button of document.querySelectorAll("button.print")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
