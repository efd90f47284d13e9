package org.v2xscms.codec.flyweight;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.oer.Element;
import org.bouncycastle.oer.OERInputStream;
import org.bouncycastle.oer.its.template.ieee1609dot2.IEEE1609dot2;
import org.v2xscms.codec.SharedVectors;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;

/**
 * Decoding times of the flyweight, the general codec and Bouncy Castle, by hand: {@code java -cp ...
 * org.v2xscms.codec.flyweight.DecodeTiming [ROUNDS]}. All three take turns in each round; the best round of each counts.
 */
final class DecodeTiming {

    private static final int DECODES = 20_000;

    private DecodeTiming() {}

    /** Decodes {@code message} some times and returns something that depends on the results. */
    private interface Decoder {
        long decode(byte[] message, int times) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        for (String name : new String[] {"consider-it_cohda_cam_digest.spdu", "consider-it_cohda_cam_cert.spdu"}) {
            byte[] message = SharedVectors.octets("eu-field/" + name).toByteArray();
            Map<String, Double> best = new LinkedHashMap<>();
            long sum = 0;
            for (int round = 0; round < rounds; round++) {
                for (Map.Entry<String, Decoder> decoder : decoders().entrySet()) {
                    int times = decoder.getKey().startsWith("Bouncy") ? DECODES / 10 : DECODES;
                    long start = System.nanoTime();
                    sum += decoder.getValue().decode(message, times);
                    double each = (double) (System.nanoTime() - start) / times;
                    best.merge(decoder.getKey(), each, Math::min);
                }
            }
            report(name, message.length, best, sum);
        }
    }

    private static void report(String name, int length, Map<String, Double> best, long sum) {
        System.out.printf("%s, %d octets (checksum %x)%n", name, length, sum);
        double reference = best.getOrDefault("Bouncy Castle", 0.0);
        best.forEach(
                (decoder, each) -> System.out.printf("  %-22s %9.0f ns  %6.1f x%n", decoder, each, reference / each));
    }

    private static Map<String, Decoder> decoders() {
        var spdu = new SignedDataView();
        Element template = IEEE1609dot2.Ieee1609Dot2Data.build();
        Map<String, Decoder> decoders = new LinkedHashMap<>();
        decoders.put("flyweight", (message, times) -> {
            long sum = 0;
            for (int i = 0; i < times; i++) {
                spdu.parse(message, 0, message.length);
                sum += spdu.psid() + spdu.signature().sOffset();
            }
            return sum;
        });
        decoders.put("general codec", (message, times) -> {
            Octets octets = Octets.of(message);
            long sum = 0;
            for (int i = 0; i < times; i++) {
                sum += Ieee1609Dot2Data.CODEC
                        .decode(octets, Reading.AS_RECEIVED)
                        .octets()
                        .length();
            }
            return sum;
        });
        decoders.put("Bouncy Castle", (message, times) -> {
            long sum = 0;
            for (int i = 0; i < times; i++) {
                sum += OERInputStream.parse(message, template).hashCode();
            }
            return sum;
        });
        return decoders;
    }
}
