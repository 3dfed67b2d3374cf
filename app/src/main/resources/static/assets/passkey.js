// Asks the browser for a passkey. What needs one is not shown without scripts, and put away where the browser knows none.
"use strict";
(() => {
  const able = window.PublicKeyCredential && PublicKeyCredential.parseRequestOptionsFromJSON && PublicKeyCredential.parseCreationOptionsFromJSON;
  if (!able) {
    for (const part of document.querySelectorAll("[data-passkey-part]")) part.hidden = true;
    return;
  }
  const ways = {
    use: options => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
    make: options => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  };

  async function ask(form) {
    const fields = new URLSearchParams(new FormData(form));
    const answer = await fetch(form.dataset.challenge, { method: "POST", body: fields });
    if (!answer.ok) throw new Error(await answer.text());
    const credential = await ways[form.dataset.passkey](await answer.json());
    return JSON.stringify(credential.toJSON());
  }

  // Whoever closes the browser's window is told in our words: those of the browser are for programmers.
  const words = (form, error) => (error instanceof DOMException || error instanceof TypeError || !error.message ? form.dataset.none : error.message);

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const says = form.querySelector("[data-passkey-says]");
    const button = form.querySelector("button");
    form.addEventListener("submit", async event => {
      event.preventDefault();
      says.hidden = true;
      button.disabled = true;
      try {
        form.elements.credential.value = await ask(form);
        form.submit();
      } catch (error) {
        says.textContent = words(form, error);
        says.hidden = false;
        button.disabled = false;
      }
    });
  }
})();
