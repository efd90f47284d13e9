package org.v2xscms.cli.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.v2xscms.cli.device.Device;
import org.v2xscms.cli.system.DataFolder;
import org.v2xscms.codec.Detection;
import org.v2xscms.codec.Structure;
import org.v2xscms.codec.Structures;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Limits;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.obu.CertifiedKeys;
import org.v2xscms.obu.transport.Transport;

/**
 * The artefacts of a demonstration as they were on the wire, and a manifest that says what each is. Extensions: {@code
 * .cert} a certificate, {@code .spdu} an Ieee1609Dot2Data, {@code .oer} any other COER structure, {@code .zip} a batch,
 * {@code .key} a private key in text that is worth nothing outside the demonstration.
 *
 * <p>What devices sent and received comes from a transport that records, what the misbehaviour authority asked under
 * warrant from its wire log, and the rest from the folder of public files.
 */
final class Export {

    private static final String FIRST = "vehicle-1";
    private static final String MESSAGE = "Ieee1609Dot2Data";
    private static final String WARRANT = "linkage value to request, to chains, to seeds, to the CRL";

    private final Path folder;
    private final Recorder recorder = new Recorder();
    private final Manifest manifest = new Manifest();
    private final SignerNames names = new SignerNames();

    /** CRLs as they were before anything was revoked, by file name. */
    private final Map<String, Octets> before = new LinkedHashMap<>();

    Export(Path folder) {
        this.folder = folder;
    }

    /** Whether nothing is there, or an empty folder. */
    static boolean isFree(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Files.notExists(folder);
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }

    /** Where the authorities keep copies of what they ask one another. */
    static Path wireLog(DataFolder data) {
        return data.root().resolve("wire-log");
    }

    Path folder() {
        return folder;
    }

    Transport recording(String device, Transport transport) {
        return recorder.of(device, transport);
    }

    void beforeRevocation(Device device) {
        before.putAll(lists(device, "before"));
    }

    private static Map<String, Octets> lists(Device device, String when) {
        Map<String, Octets> lists = new LinkedHashMap<>();
        lists.put("crl-" + when, device.fetchCrl(1));
        lists.put("composite-crl-" + when, device.fetchCompositeCrl());
        return lists;
    }

    /** Writes everything; how many files there are. */
    int write(DataFolder data, List<Vehicle> vehicles, List<Octets> messages) throws IOException, DecodeException {
        Files.createDirectories(folder);
        authorities(data);
        for (Vehicle vehicle : vehicles) {
            vehicle.pseudonyms()
                    .forEach(pseudonym ->
                            names.add(pseudonym.certificate(), vehicle.device().name()));
        }
        Vehicle first = vehicles.getFirst();
        try (CertifiedKeys enrolment = first.device().enrollment().current().orElseThrow()) {
            names.add(enrolment.certificate(), FIRST);
            holder(FIRST + "-enrolment", enrolment, "vehicles enrol");
        }
        exchanges();
        int week = first.pseudonyms().getFirst().i();
        for (CertifiedKeys pseudonym : first.pseudonyms()) {
            if (pseudonym.i() == week) {
                holder(
                        FIRST + "-pseudonym-" + pseudonym.i() + "-" + pseudonym.j(),
                        pseudonym,
                        "authorities mix, issue and pack; vehicles download and check");
            }
        }
        message(messages, "message-with-certificate", SignerIdentifier.Certificates.class);
        message(messages, "message-with-digest", SignerIdentifier.Digest.class);
        for (var list : before.entrySet()) {
            crl(list.getKey(), list.getValue(), "vehicles drive, sign and verify");
        }
        for (var list : lists(first.device(), "after").entrySet()) {
            crl(list.getKey(), list.getValue(), "the other vehicles fetch the CRL");
        }
        warrants(data);
        manifest.write(folder);
        return manifest.size();
    }

    private void authorities(DataFolder data) throws IOException, DecodeException {
        Map<String, Octets> certificates = new LinkedHashMap<>();
        for (Path file : files(data.trust())) {
            String name = file.getFileName().toString();
            if (name.endsWith(".cert")) {
                Octets octets = read(file);
                String holder = name.substring(0, name.length() - ".cert".length());
                names.add(SignerNames.certificate(octets), holder);
                certificates.put(holder, octets);
            }
        }
        for (var certificate : certificates.entrySet()) {
            certificate(certificate.getKey(), certificate.getValue(), "authorities start");
        }
        spdu("ctl", read(data.trust().resolve("ctl.spdu")), "electors", "authorities start", "MultiSignedCtlSpdu");
        spdu(
                "chain-file",
                read(data.trust().resolve("ccf.spdu")),
                "electors, for the trust list inside",
                "authorities start",
                "CertificateChainSpdu");
    }

    private void exchanges() throws IOException, DecodeException {
        int batches = 0;
        int reports = 0;
        int requests = 0;
        for (Recorder.Exchange exchange : recorder.exchanges()) {
            Octets body = exchange.call().body();
            boolean first = exchange.device().equals(FIRST) && exchange.succeeded();
            if (first && body != null && exchange.isTo("/v3/enrollment-certificate")) {
                asked("enrolment", exchange, body, "vehicles enrol", "EeEcaCertRequestSpdu", "EcaEeCertResponseSpdu");
            } else if (first && body != null && exchange.isTo("/v3/authorization-certificate") && requests++ == 0) {
                String step = "vehicles ask for pseudonym certificates";
                asked("provisioning", exchange, body, step, "EeRaCertRequestSpdu", "RaEeCertAckSpdu");
            } else if (first && exchange.isTo(".zip") && exchange.answer().status() == 200) {
                put(
                        "batch-" + ++batches + ".zip",
                        exchange.answer().body().toByteArray(),
                        "zip",
                        "pca, each answer inside",
                        "authorities mix, issue and pack; vehicles download and check");
            } else if (body != null
                    && exchange.call().uri().getPath().startsWith("/v3/mbr-upload")
                    && exchange.answer().status() / 100 == 2) {
                String step = "one lies about its position; others notice and report";
                put(
                        "report-" + ++reports + ".oer",
                        body.toByteArray(),
                        type(body, "SaeJ3287Data"),
                        exchange.device() + ", inside",
                        step);
            }
        }
    }

    private void asked(String name, Recorder.Exchange exchange, Octets body, String step, String request, String answer)
            throws IOException, DecodeException {
        spdu(name + "-request", body, FIRST + ", inside", step, request);
        spdu(name + "-response", exchange.answer().body(), "the authority, inside", step, answer);
    }

    private void message(List<Octets> messages, String name, Class<? extends SignerIdentifier> signer)
            throws IOException, DecodeException {
        for (Octets message : messages) {
            if (Ieee1609Dot2Data.CODEC.decode(message, Reading.STRICT).value().content() instanceof SignedData signed
                    && signer.isInstance(signed.signer())) {
                spdu(name, message, "", "vehicles drive, sign and verify", MESSAGE);
                return;
            }
        }
        throw new DemoFailure("no " + name + " was sent");
    }

    private void crl(String name, Octets list, String step) throws IOException, DecodeException {
        spdu(name, list, "crlsigner, inside", step, name.startsWith("composite") ? "CompositeCrlSpdu" : "SecuredCrl");
    }

    /** The misbehaviour authority's questions, by the hash in the names of their files. */
    private void warrants(DataFolder data) throws IOException, DecodeException {
        List<Path> copies = new ArrayList<>();
        for (Path file : files(wireLog(data))) {
            if (file.getFileName().toString().startsWith("ma-to-")) {
                copies.add(file);
            }
        }
        if (copies.isEmpty()) {
            throw new DemoFailure("the misbehaviour authority asked nobody under warrant");
        }
        for (Path file : copies) {
            String name = file.getFileName().toString();
            String signer = name.contains("-answer") ? "the authority asked, inside" : "ma, inside";
            spdu(
                    "warrant-" + name.substring(0, name.length() - ".spdu".length()),
                    read(file),
                    signer,
                    WARRANT,
                    MESSAGE);
        }
    }

    private void holder(String name, CertifiedKeys keys, String step) throws IOException, DecodeException {
        certificate(name, keys.certificate().encoded().octets(), step);
        String text;
        try (SecretOctets secret = keys.keys().privateKey().toSecretOctets()) {
            text = "# Demo key: it is published with the demonstration and protects nothing.\ncertificate: " + name
                    + ".cert\ncurve: " + keys.keys().curve() + "\nprivate: "
                    + secret.disclose().hex() + "\npublic: "
                    + keys.keys().publicKey().compressed().hex() + "\n";
        }
        put(name + ".key", text.getBytes(StandardCharsets.UTF_8), "key", "nobody", step);
    }

    private void certificate(String name, Octets octets, String step) throws IOException, DecodeException {
        String issuer = names.issuer(SignerNames.certificate(octets));
        put(name + ".cert", octets.toByteArray(), "Certificate", issuer, step);
    }

    /** @param within who signed, where that does not stand outside */
    private void spdu(String name, Octets octets, String within, String step, String type)
            throws IOException, DecodeException {
        String signer = names.signer(octets).orElse(within);
        put(name + ".spdu", octets.toByteArray(), type(octets, type), signer, step);
    }

    /** The expected type where the octets are of it, otherwise what they are found to be. */
    private static String type(Octets octets, String expected) {
        Structure<?> structure = Structures.named(expected).orElseThrow();
        try {
            structure.codec().decode(octets, Reading.STRICT.withLimits(Limits.FILE));
            return structure.name();
        } catch (DecodeException e) {
            if (Structures.detect(octets, Limits.FILE) instanceof Detection.Recognised<?> recognised) {
                return recognised.structure().name();
            }
            throw new DemoFailure("not " + expected + ": " + e.getMessage());
        }
    }

    private void put(String file, byte[] content, String type, String signedBy, String step) throws IOException {
        Files.write(folder.resolve(file), content);
        manifest.add(new Manifest.Entry(file, type, signedBy, step));
    }

    private static Octets read(Path file) throws IOException {
        return Octets.of(Files.readAllBytes(file));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
