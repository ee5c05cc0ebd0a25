// In 404.html, which a host serves for every address without a file: redirects an address that mail or chats have changed to
// the page that it meant. The page can be at any depth, so it cannot refer to our files by relative addresses.

/** Undoes percent-encoding up to twice, as far as it is well formed. @param {string} text */
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
// After the folder of a framework's page there are no more folders, and before it is the site's own folder.
const [, site, page] = /^(.*\/)(f\/[a-z0-9-]+)(?:\/|$)/s.exec(path) ?? [];
const meant = page ? `${site}${page}/` : path.replace(/[^/]*$/, "");
const address = fragment ? `${meant}#${fragment}` : meant;

if (address !== location.pathname + location.hash) location.replace(address);
// If the build did not know the site's address, the links lead to the root of the host.
addEventListener("DOMContentLoaded", () => {
  for (const link of document.querySelectorAll('a[href^="/"]'))
    link.setAttribute("href", (site ?? "/") + link.getAttribute("href")?.slice(1));
});
