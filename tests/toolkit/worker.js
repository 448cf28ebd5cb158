// The same as a Worker of workerd, into whose bundle the inputs are written.
import { answers, unpacked } from "./answers.js";
import given from "./given.json";

export default {
  fetch() {
    return Response.json(answers(unpacked(given.inputs), given.ways, given.now));
  },
};
