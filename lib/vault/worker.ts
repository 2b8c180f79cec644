import { expose } from "comlink";
import { carryVaultErrors } from "@/lib/vault/carry-errors";
import { makeKeyring } from "@/lib/vault/keyring";

carryVaultErrors();
expose(makeKeyring());
