// In 404.html, which a host serves for every address that it has no file for: leads an address that mail or chats have changed
// back to the page that it meant. The page stands at any depth, so it names none of our files by a relative address.

/** The text with percent-encoding undone up to twice, as far as it is well formed. @param {string} text */
function decoded(text) {
  for (let times = 0; times < 2; times += 1) {
    try {
      text = decodeURIComponent(text);
    } catch {
      return text;
    }
  }
  return text;
}

const [path, ...fragments] = decoded(location.pathname).split("#");
const fragment = [...fragments, location.hash.slice(1)].filter(Boolean).join("&");
// After the folder of a framework's page there is nothing, and before it the site's own folder.
const [, site, page] = /^(.*\/)(f\/[a-z0-9-]+)(?:\/|$)/s.exec(path) ?? [];
const meant = page ? `${site}${page}/` : path.replace(/[^/]*$/, "");
const address = fragment ? `${meant}#${fragment}` : meant;

if (address !== location.pathname + location.hash) location.replace(address);
// Where the build did not know the site's address, the links lead to the top of the host.
addEventListener("DOMContentLoaded", () => {
  for (const link of document.querySelectorAll('a[href^="/"]'))
    link.setAttribute("href", (site ?? "/") + link.getAttribute("href")?.slice(1));
});
