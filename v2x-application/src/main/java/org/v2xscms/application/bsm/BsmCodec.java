package org.v2xscms.application.bsm;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.v2xscms.application.bsm.UperReader.MalformedException;
import org.v2xscms.codec.oer.Octets;

/**
 * Basic safety messages in UPER: 1 extension bit, 2 bits for the presence of Part II and regional content, the core data
 * (all its fields in the order of {@link CoreField}, the id behind msgCnt), the lists.
 */
final class BsmCodec {

    private static final List<TransmissionState> GEARS = List.of(TransmissionState.values());

    private BsmCodec() {}

    static Octets write(BasicSafetyMessage message) {
        UperWriter out = new UperWriter();
        out.flag(false);
        out.flag(!message.partII().isEmpty());
        out.flag(!message.regional().isEmpty());
        write(message.coreData(), out);
        write(message.partII(), 3, 6, out);
        write(message.regional(), 2, 8, out);
        return out.toOctets();
    }

    private static void write(BsmCoreData core, UperWriter out) {
        write(CoreField.MSG_CNT, core.msgCnt(), out);
        out.octets(core.id());
        write(CoreField.SEC_MARK, core.secMark(), out);
        write(CoreField.LAT, core.lat(), out);
        write(CoreField.LON, core.lon(), out);
        write(CoreField.ELEV, core.elev(), out);
        write(CoreField.SEMI_MAJOR, core.accuracy().semiMajor(), out);
        write(CoreField.SEMI_MINOR, core.accuracy().semiMinor(), out);
        write(CoreField.ORIENTATION, core.accuracy().orientation(), out);
        write(CoreField.TRANSMISSION, GEARS.indexOf(core.transmission()), out);
        write(CoreField.SPEED, core.speed(), out);
        write(CoreField.HEADING, core.heading(), out);
        write(CoreField.ANGLE, core.angle(), out);
        write(CoreField.ACCEL_LONG, core.accelSet().longitudinal(), out);
        write(CoreField.ACCEL_LAT, core.accelSet().lateral(), out);
        write(CoreField.ACCEL_VERT, core.accelSet().vertical(), out);
        write(CoreField.YAW, core.accelSet().yaw(), out);
        write(CoreField.WHEEL_BRAKES, core.brakes().wheelBrakes(), out);
        write(CoreField.TRACTION, core.brakes().traction(), out);
        write(CoreField.ABS, core.brakes().abs(), out);
        write(CoreField.SCS, core.brakes().scs(), out);
        write(CoreField.BRAKE_BOOST, core.brakes().brakeBoost(), out);
        write(CoreField.AUX_BRAKES, core.brakes().auxBrakes(), out);
        write(CoreField.WIDTH, core.size().width(), out);
        write(CoreField.LENGTH, core.size().length(), out);
    }

    private static void write(CoreField field, int value, UperWriter out) {
        out.bits(field.offset(value), field.bits());
    }

    private static void write(List<Opaque> elements, int sizeBits, int idBits, UperWriter out) {
        if (!elements.isEmpty()) {
            out.bits(elements.size() - 1L, sizeBits);
            for (Opaque element : elements) {
                out.bits(element.id(), idBits);
                out.openType(element.value());
            }
        }
    }

    static BsmReading read(Octets messageFrame) {
        try {
            MessageFrame frame = MessageFrame.read(messageFrame);
            return frame.messageId() == BasicSafetyMessage.MESSAGE_ID
                    ? readMessage(frame.value())
                    : new BsmReading.OtherMessage(frame.messageId());
        } catch (MalformedException malformed) {
            return new BsmReading.Malformed(malformed.reason());
        }
    }

    private static BsmReading readMessage(Octets octets) throws MalformedException {
        UperReader in = new UperReader(octets);
        if (in.flag()) {
            throw new MalformedException("additions to BasicSafetyMessage, of which no edition has any");
        }
        boolean hasPartII = in.flag();
        boolean hasRegional = in.flag();
        Map<CoreField, Long> fields = new EnumMap<>(CoreField.class);
        fields.put(CoreField.MSG_CNT, in.bits(CoreField.MSG_CNT.bits()));
        Octets id = in.octets(BsmCoreData.ID_OCTETS);
        for (CoreField field : CoreField.values()) {
            if (field != CoreField.MSG_CNT) {
                fields.put(field, in.bits(field.bits()));
            }
        }
        List<Opaque> partII = hasPartII ? readList(3, 6, in) : List.of();
        List<Opaque> regional = hasRegional ? readList(2, 8, in) : List.of();
        in.end();
        List<BsmReading.Field> outOfRange = fields.entrySet().stream()
                .filter(entry -> !entry.getKey().encodes(entry.getValue()))
                .map(entry -> new BsmReading.Field(entry.getKey().path(), entry.getValue()))
                .toList();
        return outOfRange.isEmpty()
                ? new BsmReading.Read(new BasicSafetyMessage(new Fields(fields).coreData(id), partII, regional))
                : new BsmReading.OutOfRange(outOfRange);
    }

    private static List<Opaque> readList(int sizeBits, int idBits, UperReader in) throws MalformedException {
        int size = (int) in.bits(sizeBits) + 1;
        List<Opaque> elements = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            elements.add(new Opaque((int) in.bits(idBits), in.openType()));
        }
        return elements;
    }

    /** Fields that all lie in their ranges. */
    private record Fields(Map<CoreField, Long> offsets) {

        private int get(CoreField field) {
            return field.value(offsets.getOrDefault(field, 0L));
        }

        BsmCoreData coreData(Octets id) {
            return new BsmCoreData(
                    get(CoreField.MSG_CNT),
                    id,
                    get(CoreField.SEC_MARK),
                    get(CoreField.LAT),
                    get(CoreField.LON),
                    get(CoreField.ELEV),
                    new PositionalAccuracy(
                            get(CoreField.SEMI_MAJOR), get(CoreField.SEMI_MINOR), get(CoreField.ORIENTATION)),
                    GEARS.get(get(CoreField.TRANSMISSION)),
                    get(CoreField.SPEED),
                    get(CoreField.HEADING),
                    get(CoreField.ANGLE),
                    new AccelerationSet4Way(
                            get(CoreField.ACCEL_LONG),
                            get(CoreField.ACCEL_LAT),
                            get(CoreField.ACCEL_VERT),
                            get(CoreField.YAW)),
                    new BrakeSystemStatus(
                            get(CoreField.WHEEL_BRAKES),
                            get(CoreField.TRACTION),
                            get(CoreField.ABS),
                            get(CoreField.SCS),
                            get(CoreField.BRAKE_BOOST),
                            get(CoreField.AUX_BRAKES)),
                    new VehicleSize(get(CoreField.WIDTH), get(CoreField.LENGTH)));
        }
    }
}
