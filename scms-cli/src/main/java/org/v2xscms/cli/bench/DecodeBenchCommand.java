package org.v2xscms.cli.bench;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bouncycastle.oer.Element;
import org.bouncycastle.oer.OERInputStream;
import org.bouncycastle.oer.its.template.ieee1609dot2.IEEE1609dot2;
import org.v2xscms.cli.ExitCode;
import org.v2xscms.cli.bench.Interleaved.Times;
import org.v2xscms.cli.bench.Interleaved.Work;
import org.v2xscms.codec.flyweight.SignedDataView;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Decoding the hot message: our view without garbage and our codec beside Bouncy Castle's OER. */
@Command(
        name = "decode",
        mixinStandardHelpOptions = true,
        description = {
            "Decode signed messages with the view that allocates nothing, with the codec, and with Bouncy Castle's OER.",
            "Two messages: a CAM signed by digest, and one that carries its certificate."
        })
public final class DecodeBenchCommand implements Callable<Integer> {

    private static final String RIVAL = "Bouncy Castle OER";

    @Option(names = "--rounds", defaultValue = "15", description = "Rounds to measure; ${DEFAULT-VALUE} if absent.")
    private int rounds;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the spec
    public DecodeBenchCommand() {}

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "Java %s on %s, one thread, CPU time, median of %d interleaved rounds%n",
                Runtime.version(),
                System.getProperty("os.arch"),
                rounds);
        report("signed by digest", SampleMessages.byDigest(), out);
        report("signed with certificate", SampleMessages.withCertificate(), out);
        return ExitCode.OK;
    }

    private void report(String name, Octets message, PrintWriter out) throws Exception {
        Interleaved race = new Interleaved();
        Map<String, Times> times = race.measure(competitors(message), rounds);
        out.printf("%n%s, %d octets (checksum %x)%n", name, message.length(), race.checksum());
        out.printf("  %-20s %12s %20s %12s%n", "", "median ns", "least to most ns", "x rival");
        Times rival = times.getOrDefault(RIVAL, new Times(0, 0, 0));
        times.forEach((competitor, time) -> out.printf(
                Locale.ROOT,
                "  %-20s %12.0f %20s %12.1f%n",
                competitor,
                time.median(),
                String.format(Locale.ROOT, "%.0f to %.0f", time.least(), time.most()),
                rival.median() / time.median()));
        out.flush();
    }

    private static Map<String, Work> competitors(Octets message) {
        byte[] bytes = message.toByteArray();
        SignedDataView view = new SignedDataView();
        Element template = IEEE1609dot2.Ieee1609Dot2Data.build();
        Map<String, Work> competitors = new LinkedHashMap<>();
        competitors.put("view", times -> {
            long sum = 0;
            for (int i = 0; i < times; i++) {
                view.parse(bytes, 0, bytes.length);
                sum += view.psid() + view.signature().sOffset();
            }
            return sum;
        });
        competitors.put("codec", times -> {
            long sum = 0;
            for (int i = 0; i < times; i++) {
                sum += Ieee1609Dot2Data.CODEC
                        .decode(message, Reading.STRICT)
                        .value()
                        .protocolVersion();
            }
            return sum;
        });
        competitors.put(RIVAL, times -> {
            long sum = 0;
            for (int i = 0; i < times; i++) {
                sum += OERInputStream.parse(bytes, template) == null ? 0 : 1;
            }
            return sum;
        });
        return competitors;
    }
}
