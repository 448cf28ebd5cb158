// The same as a Worker of workerd, into whose bundle the inputs are written.
import { answers, unpacked } from "./answers.js";
import { render } from "article-card/render";
import given from "./given.json";

export default {
  fetch(request) {
    if (new URL(request.url).pathname === "/first") return new Response(render({ headline: "Harbour wall opens" }).html);
    return Response.json(answers(unpacked(given.inputs), given.ways, given.now));
  },
};
