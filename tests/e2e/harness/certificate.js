// A certificate that nobody has signed, made anew each time: the proxy has to read what goes by TLS too.
import { generateKeyPairSync, sign } from "node:crypto";

/**
 * One value of DER.
 * @param {number} tag
 * @param {(Buffer | number[])[]} parts
 */
function value(tag, ...parts) {
  const body = Buffer.concat(parts.map(part => Buffer.from(part)));
  const size = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 255];
  return Buffer.from([tag, ...size, ...body]);
}

const SEQUENCE = 0x30;
/** ecdsa-with-SHA256 */
const ALGORITHM = value(SEQUENCE, [0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]);
/** Its common name. */
const NAME = value(
  SEQUENCE,
  value(0x31, value(SEQUENCE, [0x06, 0x03, 0x55, 0x04, 0x03], value(0x0c, Buffer.from("article-card tests")))),
);
/** @param {string} utc */
const time = utc => value(0x17, Buffer.from(utc));

/** The key and the certificate, as TLS servers take them. */
export function certificate() {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const body = value(
    SEQUENCE,
    value(0xa0, [0x02, 0x01, 0x02]),
    [0x02, 0x01, 0x01],
    ALGORITHM,
    NAME,
    value(SEQUENCE, time("200101000000Z"), time("491231235959Z")),
    NAME,
    publicKey.export({ type: "spki", format: "der" }),
  );
  const der = value(SEQUENCE, body, ALGORITHM, value(0x03, [0], sign("sha256", body, privateKey)));
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }),
    cert: `-----BEGIN CERTIFICATE-----\n${der.toString("base64").replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`,
  };
}
