"""The mail world around the gateway: the submission server it sends to, the border server of its own mailbox,
and a few servers elsewhere with habits of their own. Real SMTP in (aiosmtpd), real LMTP out to Dovecot.

usage: mail.py SMTP_PORT LMTP_PORT LOG [FOLDER]

FOLDER holds cert.pem and key.pem: then there is STARTTLS, and nobody logs in without it.

By the domain of the receiver:
  refused.example    550 at RCPT; the reply repeats the address, as servers do
  busy.example       451 at the first RCPT of each address, then as usual
  gone.example       taken, then bounced to the envelope's sender (RFC 3464)
  complains.example  taken, then reported as unwanted (RFC 5965) to the envelope's sender
  robot.example      every letter is answered at once: polite@ says that it is a robot (RFC 3834), rude@ does not
  lost.example       the line is cut after the letter, before the answer
  everything else    delivered

By the domain of the sender, towards city.example, as its border server would judge:
  home.example       dmarc=pass
  forged.example     dmarc=fail
  everything else    dmarc=none
Fields that claim to be the border server's own are removed (RFC 8601, section 5).
"""

import asyncio
import email.message
import email.policy
import email.utils
import json
import smtplib
import ssl
import sys
import threading

from aiosmtpd.smtp import AuthResult
from aiosmtpd.smtp import SMTP as Server

SMTP_PORT, LMTP_PORT, LOG = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
BORDER = b"mx.city.example"
busy, tickets = set(), 0


def domain(mailbox):
    return (mailbox or "").rpartition("@")[2].lower()


def header(raw, name):
    return email.message_from_bytes(raw, policy=email.policy.default).get(name)


def judged(raw, to):
    """The letter as the border of city.example hands it on."""
    if domain(to) != "city.example":
        return raw
    head, gap, body = raw.partition(b"\r\n\r\n")
    lines, kept, dropping = head.split(b"\r\n"), [], False
    for line in lines:
        if not line.startswith((b" ", b"\t")):
            dropping = line.lower().startswith(b"authentication-results:") and BORDER in line
        if not dropping:
            kept.append(line)
    sender = domain(email.utils.parseaddr(str(header(raw, "From") or ""))[1])
    verdict = {"home.example": "pass", "forged.example": "fail"}.get(sender, "none")
    result = f"Authentication-Results: mx.city.example; dmarc={verdict} (p=reject) header.from={sender}"
    return result.encode() + b"\r\n" + b"\r\n".join(kept) + gap + body


def deliver(sender, to, raw):
    with smtplib.LMTP("127.0.0.1", LMTP_PORT) as lmtp:
        lmtp.sendmail(sender or "", [to], judged(raw, to))


def later(sender, to, message):
    raw = message.as_bytes(policy=email.policy.SMTP)
    threading.Timer(0.2, deliver, (sender, to, raw)).start()


def report(kind, envelope, raw, fields):
    """A multipart/report about a letter, to its envelope's sender."""
    text = raw.decode("utf-8", "replace").replace("\r\n", "\n")
    if kind == "delivery-status":
        returned, text = "text/rfc822-headers", text.partition("\n\n")[0] + "\n"
    else:
        returned = "message/rfc822"
    mail = f"""From: Mail Delivery System <mailer-daemon@{domain(envelope.rcpt_tos[0])}>
To: {envelope.mail_from}
Subject: About your letter
Message-ID: {email.utils.make_msgid(domain="elsewhere.example")}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type={kind}; boundary="=-report-="

--=-report-=
Content-Type: text/plain

This is the mail system.

--=-report-=
Content-Type: message/{kind}

{fields}
--=-report-=
Content-Type: {returned}

{text}
--=-report-=--
"""
    raw = mail.replace("\n", "\r\n").encode()
    threading.Timer(0.2, deliver, ("", envelope.mail_from, raw)).start()


def answer(envelope, raw, polite):
    global tickets
    tickets += 1
    robot = envelope.rcpt_tos[0]
    message = email.message.EmailMessage()
    message["From"] = robot
    message["To"] = envelope.mail_from if polite else str(header(raw, "Reply-To"))
    message["Subject"] = "Re: " + str(header(raw, "Subject"))
    message["In-Reply-To"] = str(header(raw, "Message-ID"))
    message["Message-ID"] = email.utils.make_msgid(domain="robot.example")
    if polite:
        message["Auto-Submitted"] = "auto-replied (vacation)"
    message.set_content(
        f"Thank you for writing to our office. Your letter has the number {tickets} and will be read by one of us.\n"
    )
    later("" if polite else robot, email.utils.parseaddr(str(message["To"]))[1], message)


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if domain(address) == "refused.example":
            return f"550 5.1.1 <{address}>: nobody of that name"
        if domain(address) == "busy.example" and address not in busy:
            busy.add(address)
            return "451 4.7.1 come again later"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 ok"

    async def handle_DATA(self, server, session, envelope):
        raw = envelope.content
        with open(LOG, "a") as log:
            log.write(json.dumps({"from": envelope.mail_from, "to": envelope.rcpt_tos}) + "\n")
        for to in envelope.rcpt_tos:
            where = domain(to)
            if where == "lost.example":
                server.transport.abort()
                return "250 2.0.0 never heard"
            if where == "gone.example":
                fields = f"Reporting-MTA: dns; mx.gone.example\n\nFinal-Recipient: rfc822; {to}\nAction: failed\nStatus: 5.1.1\n"
                report("delivery-status", envelope, raw, fields)
            elif where == "complains.example":
                fields = "Feedback-Type: abuse\nUser-Agent: test/1\nVersion: 1\n"
                await asyncio.to_thread(deliver, envelope.mail_from, to, raw)
                report("feedback-report", envelope, raw, fields)
            elif where == "robot.example":
                answer(envelope, raw, to.startswith("polite@"))
            else:
                await asyncio.to_thread(deliver, envelope.mail_from, to, raw)
        return "250 2.0.0 queued"


def authenticate(server, session, envelope, mechanism, data):
    right = (data.login, data.password) == (b"majlis", b"mail-password")
    return AuthResult(success=right)


def tls():
    if len(sys.argv) < 5:
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[4] + "/cert.pem", sys.argv[4] + "/key.pem")
    return context


async def main():
    context = tls()

    def serve():
        return Server(
            Handler(), hostname="mx.city.example", enable_SMTPUTF8=True, auth_require_tls=context is not None,
            tls_context=context, authenticator=authenticate, data_size_limit=20_000_000,
        )

    server = await asyncio.get_running_loop().create_server(serve, "127.0.0.1", SMTP_PORT)
    await server.serve_forever()


asyncio.run(main())
