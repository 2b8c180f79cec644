import { questions } from "@/app/api/questions/questions";
import { questionEndpoint } from "@/lib/http/question";

export const POST = questionEndpoint(questions);
