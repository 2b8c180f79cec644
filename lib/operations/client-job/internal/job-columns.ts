import "server-only";
import { clientJobs } from "@/db/schema/client-jobs";
import { users } from "@/db/schema/users";

/** What is shown of a job as a whole. The select joins the account that has asked for it. */
export const jobColumns = {
  id: clientJobs.id,
  work: clientJobs.work,
  askedAt: clientJobs.askedAt,
  askedBy: users.name,
  clients: clientJobs.clients,
  done: clientJobs.done,
  refused: clientJobs.refused,
};
