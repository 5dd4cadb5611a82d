
"use strict";
(() => {
  const find = (name) => document.getElementById(name);
  const table = document.querySelector("table");
  if (!table) return;
  const rows = [...table.tBodies];
  const words = new Map();
  const search = find("search");
  const sort = find("sort");
  const chips = [...document.querySelectorAll(".chip")];

  const orders = {
    order: (row) => Number(row.dataset.order),
    rank: (row) => Number(row.dataset.rank),
    host: (row) => row.dataset.host,
    confidence: (row) => parseInt(row.dataset.confidence, 10),
  };

  // The words of a row are gathered when they are first searched: ten thousand rows would delay the start.
  const gather = (row) => {
    if (!words.has(row)) words.set(row, row.textContent.toLowerCase());
    return words.get(row);
  };

  const filter = () => {
    const wanted = new Set(chips.filter((chip) => chip.getAttribute("aria-pressed") === "true").map((chip) => chip.dataset.verdict));
    const parts = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const fits = (!wanted.size || wanted.has(row.dataset.verdict)) && parts.every((part) => gather(row).includes(part));
      row.hidden = !fits;
      shown += fits;
    }
    find("shown").textContent = shown === rows.length ? "" : `${shown} of ${rows.length} shown`;
  };

  const arrange = () => {
    const key = orders[sort.value];
    const compare = (one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : orders.order(one) - orders.order(other));
    table.append(...[...rows].sort(compare));
  };

  const copyText = async (text) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    // A page that was opened from a file may not have the clipboard of its own.
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    if (!done) throw new Error("not copied");
  };

  const answer = (button, text) => {
    button.textContent = text;
    setTimeout(() => { button.textContent = "Copy for the note"; }, 2000);
  };

  search.addEventListener("input", filter);
  sort.addEventListener("change", arrange);
  for (const chip of chips) {
    chip.addEventListener("click", () => {
      chip.setAttribute("aria-pressed", String(chip.getAttribute("aria-pressed") !== "true"));
      filter();
    });
  }
  table.addEventListener("click", (event) => {
    const button = event.target.closest(".fix");
    if (button) copyText(button.dataset.fix).then(() => answer(button, "Copied"), () => answer(button, "Not copied"));
  });
  for (const button of document.querySelectorAll(".fix")) button.hidden = false;
  find("controls").hidden = false;

  // On paper nobody can open anything.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const one of closed) one.open = true;
  });
  addEventListener("afterprint", () => { for (const one of closed) one.open = false; });
})();
