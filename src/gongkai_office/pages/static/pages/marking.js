// Give a table whose rows can be marked a box in its head that marks them all; data-mark-all is its label.
"use strict";
for (const table of document.querySelectorAll("table[data-mark-all]")) {
  const rows = [...table.querySelectorAll("tbody input[type=checkbox]")];
  const head = table.querySelector("thead th");
  if (!rows.length || !head) continue;
  const all = document.createElement("input");
  all.type = "checkbox";
  all.className = "form-check-input";
  all.setAttribute("aria-label", table.dataset.markAll);
  all.addEventListener("change", () => { for (const row of rows) row.checked = all.checked; });
  table.addEventListener("change", () => {
    const marked = rows.filter((row) => row.checked).length;
    all.checked = marked === rows.length;
    all.indeterminate = marked > 0 && marked < rows.length;
  });
  head.dataset.label = table.dataset.markAll;
  head.replaceChildren(all);
}
