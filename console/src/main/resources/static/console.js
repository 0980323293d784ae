"use strict";
// Pages work without this file; it sends what forbids forged requests along with those of htmx,
// and goes to the sign-in page when a session has ended meanwhile.
document.addEventListener("htmx:configRequest", function (event) {
  const field = document.querySelector("input[name=_csrf]");
  if (field && event.detail.verb !== "get") {
    event.detail.parameters["_csrf"] = field.value;
  }
});
document.addEventListener("htmx:responseError", function (event) {
  if (event.detail.xhr.status === 401) {
    window.location.reload();
  }
});

// One box for all rows of a list's page: shown only where it works, and half ticked while some are.
function allBox() {
  return document.querySelector("#select-all input");
}
function showAll() {
  const all = allBox();
  if (all) {
    const rows = Array.from(document.querySelectorAll("#parcels input[name=row]"));
    const ticked = rows.filter(function (row) { return row.checked; }).length;
    all.checked = rows.length > 0 && ticked === rows.length;
    all.indeterminate = ticked > 0 && ticked < rows.length;
    document.getElementById("select-all").hidden = false;
  }
}
document.addEventListener("change", function (event) {
  if (event.target === allBox()) {
    document.querySelectorAll("#parcels input[name=row]").forEach(function (row) {
      row.checked = event.target.checked;
    });
  }
  if (event.target === allBox() || event.target.name === "row") {
    showAll();
  }
});
document.addEventListener("htmx:afterSettle", showAll);
window.addEventListener("pageshow", showAll);
