import Link from "next/link";
import { NIGHT_TRAIN } from "../articles.js";
import { Card } from "../Card.jsx";
import { rendered } from "../rendered.js";

export default function Page() {
  return (
    <>
      <h1>From the railway</h1>
      <p>Who comes here by the link of the other page has this card drawn in the browser.</p>
      <Card html={rendered(NIGHT_TRAIN)} />
      <p>
        <Link href="/">To the harbour</Link>
      </p>
    </>
  );
}
