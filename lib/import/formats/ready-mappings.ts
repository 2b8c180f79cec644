import type { Mapping } from "@/lib/import/mapping";

/** Tables whose columns have one meaning each: what they become, and by which columns they are known. */
type Ready = { needs: string[]; mapping: Mapping };

const login: Mapping = [
  ["username", "username"],
  ["password", "password"],
  ["url", "url"],
];

export const readyMappings = {
  one_password_csv: {
    needs: ["title", "url", "username", "password", "otpauth", "tags"],
    mapping: [
      ...login,
      ["title", "name"],
      ["otpauth", "totp"],
      ["notes", "notes"],
      ["favorite", "favorite"],
      ["archived", "archived"],
      ["tags", "folder"],
    ],
  },
  safari: {
    needs: ["title", "url", "username", "password", "otpauth"],
    mapping: [...login, ["title", "name"], ["otpauth", "totp"], ["notes", "notes"]],
  },
  roboform: {
    needs: ["url", "name", "matchurl", "login", "pwd"],
    mapping: [
      ["url", "url"],
      ["name", "name"],
      ["matchurl", "none"],
      ["login", "username"],
      ["pwd", "password"],
      ["note", "notes"],
      ["folder", "folder"],
      ["rffieldsv2", "hidden"],
    ],
  },
  it_glue: {
    needs: ["organization", "name", "username", "password", "password_category"],
    mapping: [
      ...login,
      ["id", "none"],
      ["organization", "folder"],
      ["password_category", "text"],
      ["password_folder", "folder"],
      ["name", "name"],
      ["otp_secret", "totp"],
      ["notes", "notes"],
      ["archived", "archived"],
    ],
  },
  hudu: {
    needs: ["company_name", "name", "username", "password"],
    mapping: [
      ...login,
      ["id", "none"],
      ["company_name", "folder"],
      ["password_folder", "folder"],
      ["name", "name"],
      ["password_type", "text"],
      ["otp_secret", "totp"],
      ["description", "notes"],
    ],
  },
  passportal: {
    needs: ["client name", "credential type", "description", "username", "password"],
    mapping: [
      ...login,
      ["passportal id", "none"],
      ["client name", "folder"],
      ["credential type", "text"],
      ["description", "name"],
      ["expires (yes/no)", "text"],
      ["notes", "notes"],
      ["folder", "folder"],
      ["totp secret", "totp"],
    ],
  },
  browser: {
    needs: ["name", "url", "username", "password"],
    mapping: [...login, ["name", "name"], ["note", "notes"]],
  },
} as const satisfies Record<string, Ready>;
