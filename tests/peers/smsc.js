// A mobile network for the tests: an SMSC by npm `smpp`, so that a real Kannel has phones to talk to.
//
// Prints one line of JSON when it listens: {"smpp":PORT,"control":PORT}. The control port takes
//   POST /deliver {"from","to","hex","data_coding","udh"}  a phone sends: these very bytes (udh: hex, may be empty)
//   POST /receipts {"stat":"DELIVRD"}                      what later delivery receipts say; "" sends none
//   GET  /sent                                             what phones received, parts joined
//   GET  /bound                                            how many gateways are bound
'use strict';
const path = require('path');
const http = require('http');
const smpp = require(path.join(__dirname, '..', 'tools', 'node_modules', 'smpp'));

// Bytes stay bytes until the parts are joined: a character may be cut by a part's end.
for (const name of ['ASCII', 'LATIN1', 'UCS2']) smpp.encodings[name].decode = (bytes) => bytes;

const bound = new Set();
const sent = [];         // {from, to, text, data_coding, parts, at}
const waiting = new Map(); // parts of messages not yet whole, by sender, recipient and reference
let receipts = 'DELIVRD';
let lastId = 0;

function readText(bytes, dataCoding) {
  if (dataCoding === 8) return Buffer.from(bytes).swap16().toString('utf16le');
  if (dataCoding === 0) return smpp.gsmCoder.decode(bytes, 0);
  return bytes.toString('latin1');
}

// The concatenation header (3GPP TS 23.040 §9.2.3.24.1: 00 03 ref total number), if there is one.
function partOf(udh) {
  const header = (udh || []).find((element) => element.includes(Buffer.from([0x00, 0x03])));
  if (!header) return { reference: null, total: 1, number: 1 };
  const at = header.indexOf(Buffer.from([0x00, 0x03]));
  return { reference: header[at + 2], total: header[at + 3], number: header[at + 4] };
}

function keep(pdu) {
  const { message, udh } = pdu.short_message;
  const bytes = Buffer.isBuffer(message) ? message : Buffer.from(message || '');
  const part = partOf(udh);
  const key = [pdu.source_addr, pdu.destination_addr, part.reference].join(' ');
  const parts = (part.total > 1 && waiting.get(key)) || [];
  parts[part.number - 1] = bytes;
  if (part.total > 1) waiting.set(key, parts);
  if (parts.filter(Boolean).length < part.total) return;
  waiting.delete(key);
  sent.push({
    from: pdu.source_addr, to: pdu.destination_addr, data_coding: pdu.data_coding, parts: parts.length,
    sizes: parts.map((part) => part.length),
    text: readText(Buffer.concat(parts), pdu.data_coding), at: Date.now(),
  });
}

function report(session, pdu, id) {
  const now = '2611231200';
  const state = { DELIVRD: 2, EXPIRED: 3, UNDELIV: 5, REJECTD: 8 }[receipts] || 7;
  session.deliver_sm({
    source_addr: pdu.destination_addr, destination_addr: pdu.source_addr, esm_class: 4,
    receipted_message_id: id, message_state: state,
    short_message: `id:${id} sub:001 dlvrd:001 submit date:${now} done date:${now} stat:${receipts} err:000 text:`,
  });
}

const network = smpp.createServer((session) => {
  session.on('error', () => {}); // a gateway that was killed; `close` follows
  session.on('close', () => bound.delete(session));
  for (const kind of ['bind_transceiver', 'bind_receiver', 'bind_transmitter']) {
    session.on(kind, (pdu) => { session.send(pdu.response({ system_id: 'phones' })); bound.add(session); });
  }
  session.on('enquire_link', (pdu) => session.send(pdu.response()));
  session.on('unbind', (pdu) => { session.send(pdu.response()); session.close(); });
  session.on('submit_sm', (pdu) => {
    const id = `m${++lastId}`;
    session.send(pdu.response({ message_id: id }));
    keep(pdu);
    if (receipts && pdu.registered_delivery & 1) setTimeout(() => report(session, pdu, id), 20);
  });
});

function deliver(message, done) {
  const session = bound.values().next().value;
  if (!session) return done(503, { error: 'no gateway is bound' });
  const udh = Buffer.from(message.udh || '', 'hex');
  session.deliver_sm({
    source_addr: message.from.replace(/^\+/, ''), source_addr_ton: 1, source_addr_npi: 1,
    destination_addr: message.to, esm_class: udh.length ? 0x40 : 0, data_coding: message.data_coding,
    short_message: Buffer.concat([udh, Buffer.from(message.hex, 'hex')]),
  }, (answer) => done(200, { status: answer.command_status }));
}

const control = http.createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const answer = (status, body) => { response.writeHead(status, { 'content-type': 'application/json' }); response.end(JSON.stringify(body)); };
    const body = chunks.length ? JSON.parse(Buffer.concat(chunks)) : {};
    switch (`${request.method} ${request.url}`) {
      case 'GET /sent': return answer(200, sent);
      case 'GET /bound': return answer(200, bound.size);
      case 'POST /receipts': receipts = body.stat; return answer(200, {});
      case 'POST /deliver': return deliver(body, answer);
      default: return answer(404, { error: 'no such thing here' });
    }
  });
});

network.listen(0, '127.0.0.1', () => control.listen(0, '127.0.0.1', () => {
  console.log(JSON.stringify({ smpp: network.address().port, control: control.address().port }));
}));
// Never outlive the test that started it: its end of our standard input closes with it.
process.stdin.on('end', () => process.exit(0)).resume();
