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
