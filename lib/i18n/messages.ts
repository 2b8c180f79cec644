import type { Locale, RegionalLocale } from "./locales";
import enAccount from "./messages/en/account.json";
import enAdmin from "./messages/en/admin.json";
import enAuth from "./messages/en/auth.json";
import enBilling from "./messages/en/billing.json";
import enBlueprints from "./messages/en/blueprints.json";
import enClients from "./messages/en/clients.json";
import enCollections from "./messages/en/collections.json";
import enCommon from "./messages/en/common.json";
import enConsole from "./messages/en/console.json";
import enErrors from "./messages/en/errors.json";
import enEvent from "./messages/en/event.json";
import enExporting from "./messages/en/exporting.json";
import enFields from "./messages/en/fields.json";
import enGenerator from "./messages/en/generator.json";
import enGroups from "./messages/en/groups.json";
import enImport from "./messages/en/import.json";
import enJoin from "./messages/en/join.json";
import enMail from "./messages/en/mail.json";
import enMembers from "./messages/en/members.json";
import enOrganizations from "./messages/en/organizations.json";
import enPeople from "./messages/en/people.json";
import enPolicies from "./messages/en/policies.json";
import enPortal from "./messages/en/portal.json";
import enRecovery from "./messages/en/recovery.json";
import enRefusal from "./messages/en/refusal.json";
import enReports from "./messages/en/reports.json";
import enRotation from "./messages/en/rotation.json";
import enUi from "./messages/en/ui.json";
import enVault from "./messages/en/vault.json";
import enVisits from "./messages/en/visits.json";
import frAccount from "./messages/fr/account.json";
import frAdmin from "./messages/fr/admin.json";
import frAuth from "./messages/fr/auth.json";
import frBilling from "./messages/fr/billing.json";
import frBlueprints from "./messages/fr/blueprints.json";
import frClients from "./messages/fr/clients.json";
import frCollections from "./messages/fr/collections.json";
import frCommon from "./messages/fr/common.json";
import frConsole from "./messages/fr/console.json";
import frErrors from "./messages/fr/errors.json";
import frEvent from "./messages/fr/event.json";
import frExporting from "./messages/fr/exporting.json";
import frFields from "./messages/fr/fields.json";
import frGenerator from "./messages/fr/generator.json";
import frGroups from "./messages/fr/groups.json";
import frImport from "./messages/fr/import.json";
import frJoin from "./messages/fr/join.json";
import frMail from "./messages/fr/mail.json";
import frMembers from "./messages/fr/members.json";
import frOrganizations from "./messages/fr/organizations.json";
import frPeople from "./messages/fr/people.json";
import frPolicies from "./messages/fr/policies.json";
import frPortal from "./messages/fr/portal.json";
import frRecovery from "./messages/fr/recovery.json";
import frRefusal from "./messages/fr/refusal.json";
import frReports from "./messages/fr/reports.json";
import frRotation from "./messages/fr/rotation.json";
import frUi from "./messages/fr/ui.json";
import frVault from "./messages/fr/vault.json";
import frVisits from "./messages/fr/visits.json";

/** The messages of one language, a file a subject. English is the shape that the others are held to. */
export const english = {
  account: enAccount,
  admin: enAdmin,
  auth: enAuth,
  billing: enBilling,
  blueprints: enBlueprints,
  clients: enClients,
  collections: enCollections,
  common: enCommon,
  console: enConsole,
  errors: enErrors,
  event: enEvent,
  exporting: enExporting,
  fields: enFields,
  generator: enGenerator,
  groups: enGroups,
  import: enImport,
  join: enJoin,
  mail: enMail,
  members: enMembers,
  organizations: enOrganizations,
  people: enPeople,
  policies: enPolicies,
  portal: enPortal,
  recovery: enRecovery,
  refusal: enRefusal,
  reports: enReports,
  rotation: enRotation,
  ui: enUi,
  vault: enVault,
  visits: enVisits,
};

export const french: typeof english = {
  account: frAccount,
  admin: frAdmin,
  auth: frAuth,
  billing: frBilling,
  blueprints: frBlueprints,
  clients: frClients,
  collections: frCollections,
  common: frCommon,
  console: frConsole,
  errors: frErrors,
  event: frEvent,
  exporting: frExporting,
  fields: frFields,
  generator: frGenerator,
  groups: frGroups,
  import: frImport,
  join: frJoin,
  mail: frMail,
  members: frMembers,
  organizations: frOrganizations,
  people: frPeople,
  policies: frPolicies,
  portal: frPortal,
  recovery: frRecovery,
  refusal: frRefusal,
  reports: frReports,
  rotation: frRotation,
  ui: frUi,
  vault: frVault,
  visits: frVisits,
};

export type Messages = typeof english;

export const messagesOf: Record<Locale, Messages> = { en: english, fr: french };

declare module "next-intl" {
  interface AppConfig {
    Locale: RegionalLocale;
    Messages: Messages;
  }
}
