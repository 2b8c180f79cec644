import { websiteOf } from "@/lib/domain/report/addresses";

/**
 * Websites whose accounts take a second step, each with the page of its own documentation that says so. The list is
 * ours and short: a site that is not in it may take a second step all the same.
 */
export const twoStepSites: Readonly<Record<string, string>> = {
  "apple.com": "https://support.apple.com/en-us/102660",
  "atlassian.com":
    "https://support.atlassian.com/atlassian-account/docs/manage-two-step-verification-for-your-atlassian-account/",
  "aws.amazon.com": "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html",
  "azure.com": "https://learn.microsoft.com/en-us/entra/identity/authentication/concept-mfa-howitworks",
  "bitbucket.org": "https://support.atlassian.com/bitbucket-cloud/docs/enable-two-step-verification/",
  "bitwarden.com": "https://bitwarden.com/help/setup-two-step-login/",
  "cloudflare.com": "https://developers.cloudflare.com/fundamentals/user-profiles/2fa/",
  "digitalocean.com": "https://docs.digitalocean.com/platform/accounts/2fa/",
  "discord.com": "https://support.discord.com/hc/en-us/articles/219576828",
  "docker.com": "https://docs.docker.com/security/2fa/",
  "dropbox.com": "https://help.dropbox.com/security/two-step-verification",
  "facebook.com": "https://www.facebook.com/help/148233965247823",
  "figma.com": "https://help.figma.com/hc/en-us/articles/360039817634",
  "github.com":
    "https://docs.github.com/en/authentication/securing-your-account-with-two-factor-authentication-2fa",
  "gitlab.com": "https://docs.gitlab.com/user/profile/account/two_factor_authentication/",
  "godaddy.com": "https://www.godaddy.com/help/enable-two-step-verification-7502",
  "google.com": "https://support.google.com/accounts/answer/185839",
  "heroku.com": "https://devcenter.heroku.com/articles/multi-factor-authentication",
  "instagram.com": "https://help.instagram.com/566810106808145",
  "linkedin.com": "https://www.linkedin.com/help/linkedin/answer/a1381088",
  "live.com": "https://support.microsoft.com/en-us/account-billing/c7910146-672f-01e9-50a0-93b4585e7eb4",
  "microsoft.com": "https://support.microsoft.com/en-us/account-billing/c7910146-672f-01e9-50a0-93b4585e7eb4",
  "microsoftonline.com":
    "https://learn.microsoft.com/en-us/entra/identity/authentication/concept-mfa-howitworks",
  "npmjs.com": "https://docs.npmjs.com/configuring-two-factor-authentication/",
  "office.com": "https://learn.microsoft.com/en-us/entra/identity/authentication/concept-mfa-howitworks",
  "okta.com": "https://help.okta.com/en-us/content/topics/security/mfa/mfa-home.htm",
  "openai.com": "https://help.openai.com/en/articles/7967234",
  "proton.me": "https://proton.me/support/two-factor-authentication-2fa",
  "pypi.org": "https://pypi.org/help/#twofa",
  "reddit.com": "https://support.reddithelp.com/hc/en-us/articles/360043470031",
  "shopify.com": "https://help.shopify.com/en/manual/your-account/account-security/two-step-authentication",
  "slack.com": "https://slack.com/help/articles/204509068",
  "twitch.tv": "https://help.twitch.tv/s/article/two-factor-authentication",
  "vercel.com": "https://vercel.com/docs/two-factor-authentication",
  "wordpress.com": "https://wordpress.com/support/security/two-step-authentication/",
  "x.com": "https://help.x.com/en/managing-your-account/two-factor-authentication",
};

/** The listed website that an address belongs to: its host, or one above it. */
export function twoStepSiteOf(uri: string): string | null {
  const labels = websiteOf(uri)?.hostname.split(".") ?? [];
  for (let from = 0; from < labels.length - 1; from++) {
    const site = labels.slice(from).join(".");
    if (Object.hasOwn(twoStepSites, site)) return site;
  }
  return null;
}
