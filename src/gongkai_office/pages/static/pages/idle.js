// Warns two minutes before a session ends for want of use, and lets one stay. Tabs tell each other that they are in use.
"use strict";
(() => {
  const dialog = document.getElementById("idle");
  if (!dialog) return;
  const limit = Number(dialog.dataset.seconds) * 1000;
  const warning = Math.min(120000, limit / 2);
  const says = dialog.querySelector("[data-left]");
  const seen = () => Number(localStorage.getItem("seen")) || 0;
  const use = () => localStorage.setItem("seen", String(Date.now()));
  const stay = async () => {
    const token = dialog.querySelector("[name=csrfmiddlewaretoken]").value;
    const answer = await fetch(dialog.dataset.stay, { method: "POST", headers: { "X-CSRFToken": token }, redirect: "manual" });
    if (answer.status === 204) { use(); dialog.close(); } else over();
  };
  const over = () => dialog.classList.add("idle-over");
  const look = () => {
    const left = seen() + limit - Date.now();
    if (left > warning) { if (dialog.open && !dialog.classList.contains("idle-over")) dialog.close(); return; }
    if (!dialog.open) dialog.showModal();
    if (left <= 0) over();
    says.textContent = String(Math.max(0, Math.ceil(left / 1000)));
  };
  use();
  dialog.querySelector("[data-go-on]").addEventListener("click", stay);
  dialog.querySelector("[data-close]").addEventListener("click", () => { clearInterval(watch); dialog.close(); });
  dialog.addEventListener("cancel", (event) => { event.preventDefault(); stay(); });
  document.body.addEventListener("htmx:afterRequest", (event) => {
    if (!event.detail.requestConfig.headers["X-Background"] && event.detail.successful) use();
  });
  const watch = setInterval(look, 1000);
})();
