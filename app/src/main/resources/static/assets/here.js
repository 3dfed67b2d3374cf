// Before anything is drawn, so that nothing jumps when the other scripts come: there are scripts.
document.documentElement.classList.add("js");
