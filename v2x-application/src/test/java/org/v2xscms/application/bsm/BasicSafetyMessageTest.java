package org.v2xscms.application.bsm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.v2xscms.codec.oer.Octets;

class BasicSafetyMessageTest {

    /** The second published sample: its message count 89, then a temporary id of FF000001. */
    private static final Octets SAMPLE =
            Octets.ofHex("001435567fc00000799e2a0d63ba8dac2d75085e7ffffffff0003bbafdfa1fa1007"
                    + "fff80000000000038c00100004000100000007fff0000");

    private static final BsmCoreData CORE = new BsmCoreData(
            89,
            Octets.ofHex("ff000001"),
            59_000,
            511_041_141,
            -1_341_224_725,
            188,
            PositionalAccuracy.NONE,
            TransmissionState.UNAVAILABLE,
            0,
            15_290,
            BsmCoreData.ANGLE_UNAVAILABLE,
            AccelerationSet4Way.NONE,
            BrakeSystemStatus.NONE,
            new VehicleSize(0, 0));

    @Test
    void publishedSampleReadsAsPublished() {
        BsmReading.Read read = assertInstanceOf(BsmReading.Read.class, BasicSafetyMessage.read(SAMPLE));
        assertEquals(CORE, read.message().coreData());
        assertEquals(
                List.of(0), read.message().partII().stream().map(Opaque::id).toList());
        assertEquals(SAMPLE, read.message().encode());
    }

    @Test
    void partIIAndRegionalContentAreKeptAsTheyCame() {
        BasicSafetyMessage message = new BasicSafetyMessage(
                CORE,
                IntStream.range(0, 8)
                        .mapToObj(i -> new Opaque(63 - i, Octets.ofHex("ab".repeat(1 + 40 * i))))
                        .toList(),
                IntStream.range(0, 4)
                        .mapToObj(i -> new Opaque(255 - i, Octets.ofHex("cd".repeat(1 + 127 * i))))
                        .toList());
        assertEquals(new BsmReading.Read(message), BasicSafetyMessage.read(message.encode()));
    }

    @Test
    void extremesOfEveryFieldRoundTrip() {
        for (boolean high : new boolean[] {false, true}) {
            BsmCoreData core = new BsmCoreData(
                    high ? 127 : 0,
                    Octets.ofHex(high ? "ffffffff" : "00000000"),
                    high ? 65_535 : 0,
                    high ? 900_000_001 : -900_000_000,
                    high ? 1_800_000_001 : -1_799_999_999,
                    high ? 61_439 : -4_096,
                    high ? new PositionalAccuracy(255, 255, 65_535) : new PositionalAccuracy(0, 0, 0),
                    high ? TransmissionState.UNAVAILABLE : TransmissionState.NEUTRAL,
                    high ? 8_191 : 0,
                    high ? 28_800 : 0,
                    high ? 127 : -126,
                    high
                            ? new AccelerationSet4Way(2_001, 2_001, 127, 32_767)
                            : new AccelerationSet4Way(-2_000, -2_000, -127, -32_767),
                    high ? new BrakeSystemStatus(31, 3, 3, 3, 2, 3) : new BrakeSystemStatus(0, 0, 0, 0, 0, 0),
                    high ? new VehicleSize(1_023, 4_095) : new VehicleSize(0, 0));
            BasicSafetyMessage message = BasicSafetyMessage.of(core);
            assertEquals(new BsmReading.Read(message), BasicSafetyMessage.read(message.encode()));
        }
    }

    /** The first value beyond each range that has room in its bits; {@code at} is its bit in the frame. */
    @ParameterizedTest
    @CsvSource({
        "lat, 82, 31, 1800000001",
        "long, 113, 32, 3600000000",
        "heading, 209, 15, 28800",
        "angle, 224, 8, 253",
        "accelSet.long, 232, 12, 4001",
        "accelSet.lat, 244, 12, 4001",
        "accelSet.vert, 256, 8, 254",
        "accelSet.yaw, 264, 16, 65534",
        "brakes.brakeBoost, 291, 2, 2"
    })
    void patternBeyondARangeIsNamed(String path, int at, int bits, long last) {
        byte[] frame = BasicSafetyMessage.of(CORE).encode().toByteArray();
        set(frame, at, bits, last);
        assertInstanceOf(BsmReading.Read.class, BasicSafetyMessage.read(Octets.of(frame)));
        set(frame, at, bits, last + 1);
        assertEquals(
                new BsmReading.OutOfRange(List.of(new BsmReading.Field(path, last + 1))),
                BasicSafetyMessage.read(Octets.of(frame)));
    }

    private static void set(byte[] frame, int at, int bits, long value) {
        for (int i = 0; i < bits; i++) {
            int position = at + i;
            int mask = 0x80 >>> (position & 7);
            boolean one = (value >>> (bits - 1 - i) & 1) == 1;
            frame[position >>> 3] = (byte) (one ? frame[position >>> 3] | mask : frame[position >>> 3] & ~mask);
        }
    }

    @ParameterizedTest
    @EnumSource(CoreField.class)
    void valueOutsideItsRangeCannotBeMade(CoreField field) {
        assertThrows(IllegalArgumentException.class, () -> field.require(field.value(-1)));
        field.require(field.value(0));
    }

    @ParameterizedTest
    @CsvSource({
        "'', ends at bit 0",
        "00, ends at bit 8",
        "8014, additions to MessageFrame",
        "001400, an open type without octets",
        "0014c100, an open type in fragments",
        "0014800100, a length of 1 in two octets",
        "001402ff, octets were expected",
        "00140180, additions to BasicSafetyMessage",
        "00140100, bits were expected",
        "00140100ff, behind the end"
    })
    void whatIsNoFrameIsRefusedWithItsReason(String hex, String reason) {
        BsmReading.Malformed malformed =
                assertInstanceOf(BsmReading.Malformed.class, BasicSafetyMessage.read(Octets.ofHex(hex)));
        assertTrue(malformed.reason().contains(reason), malformed::reason);
    }

    @Test
    void everyTruncationAndTrailingOctetIsRefused() {
        for (int length = 0; length < SAMPLE.length(); length++) {
            assertInstanceOf(BsmReading.Malformed.class, BasicSafetyMessage.read(SAMPLE.slice(0, length)));
        }
        assertInstanceOf(
                BsmReading.Malformed.class, BasicSafetyMessage.read(Octets.concat(SAMPLE, Octets.ofHex("00"))));
    }

    @Test
    void paddingMustBeZero() {
        byte[] frame = BasicSafetyMessage.of(CORE).encode().toByteArray();
        frame[frame.length - 1] |= 1;
        assertEquals(new BsmReading.Malformed("padding that is not zero"), BasicSafetyMessage.read(Octets.of(frame)));
    }

    /** Whatever was changed, the reader answers, and what it reads it writes as it was. */
    @Test
    void mutationsAreReadOrRefusedAndNeverThrow() {
        Random random = new Random(1);
        int read = 0;
        for (int n = 0; n < 200_000; n++) {
            byte[] frame = SAMPLE.toByteArray();
            for (int k = random.nextInt(4); k >= 0; k--) {
                frame[random.nextInt(frame.length)] = (byte) random.nextInt(256);
            }
            Octets octets = Octets.of(frame).slice(0, frame.length - (n % 7 == 0 ? random.nextInt(frame.length) : 0));
            if (BasicSafetyMessage.read(octets) instanceof BsmReading.Read(BasicSafetyMessage message)) {
                assertEquals(octets, message.encode());
                read++;
            }
        }
        assertTrue(read > 10_000, "only " + read + " mutations were legal");
    }
}
