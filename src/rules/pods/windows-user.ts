const LONGEST_DOMAIN = 255;
const LONGEST_USER = 104;
// eslint-disable-next-line no-control-regex -- characters that cannot be seen are what it looks for
const UNSEEN = /[\x00-\x1f\x7f]/;
const NETBIOS_DOMAIN = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/;
const DNS_DOMAIN = /^[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
const NO_USER = /["/\\:;|=,+*?<>@[\]]|^[. ]*$/;

/** A user as Windows names it: `DOMAIN\user`, or without a domain. */
export function isWindowsUser(text: string): boolean {
  const parts = text.split('\\');
  const [user, domain] = [...parts].reverse();
  return parts.length <= 2 && !UNSEEN.test(text) && user.length <= LONGEST_USER && !NO_USER.test(user)
    && (domain === undefined || (domain.length <= LONGEST_DOMAIN && (NETBIOS_DOMAIN.test(domain) || DNS_DOMAIN.test(domain))));
}
