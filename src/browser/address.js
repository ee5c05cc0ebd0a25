// The page address used in links to a result.

/** Query parameters that newsletters and advertisers use to recognize a reader. */
const TRACKING =
  /^(utm_|mc_|hsa?_|_hs|mkt_|pk_|mtm_|matomo_|piwik_|vero_|oly_|trk_|sfmc_|bsft_)|clid$|^(gbraid|wbraid|igshid?|fb_ref|ck_subscriber_id|ml_subscriber(_hash)?|subscriber_?id|s_cid|elqtrackid|dm_i|epik|_ke|__s|_bta_tid)$/i;

/**
 * The address of this page without anything that identifies a reader. Our own page loses its query. Another page is named
 * by its canonical address on the same site, or without the parameters known for tracking.
 * @param {string} ours The address of our own page.
 */
export function pageAddress(ours) {
  const page = new URL(location.href);
  page.hash = "";
  if (page.origin + page.pathname === ours) return ours;
  /** @type {HTMLLinkElement | null} */
  const canonical = document.querySelector("link[rel=canonical]");
  if (canonical?.href.startsWith(`${page.origin}/`)) return canonical.href.split("#")[0];
  for (const name of [...page.searchParams.keys()])
    if (TRACKING.test(name)) page.searchParams.delete(name);
  return page.href;
}
