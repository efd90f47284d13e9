package org.v2xscms.codec.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;
import static org.v2xscms.codec.oer.Sequence.optional;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Integers;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Printer;
import org.v2xscms.codec.oer.Strings;

class ViewsTest {

    sealed interface Shape {
        record Named(String name) implements Shape {}

        record Empty() implements Shape {}

        record Sized(Point point) implements Shape {}

        record Unknown(UnknownAlternative raw) implements Shape {}

        Codec<Shape> CODEC = choice(
                "Shape",
                "test",
                alternative("named", Strings.utf8String("UTF8String"), Named.class, Named::new, Named::name),
                alternative("empty", Empty.class, Empty::new),
                alternative("sized", Point.CODEC, Sized.class, Sized::new, Sized::point),
                extensible(Unknown.class, Unknown::new, Unknown::raw));
    }

    record Point(int x, @Nullable Psid psid) {
        static final Codec<Point> CODEC = sequence(
                "Point",
                "test",
                Point::new,
                required("x", Integers.integer("Uint8", "test", 0, 255), Point::x),
                optional("psid", Psid.CODEC, Point::psid));
    }

    record Drawing(Encoded<Point> origin, List<Shape> shapes, long serial, Octets opaque) {
        static final Codec<Drawing> CODEC = sequence(
                "Drawing",
                "test",
                Drawing::new,
                required("origin", Point.CODEC.keepingOctets(), Drawing::origin),
                required("shapes", sequenceOf("SequenceOfShape", Shape.CODEC), Drawing::shapes),
                required("serial", Integers.uint64("Uint64"), Drawing::serial),
                required("opaque", Strings.octetString("Opaque"), Drawing::opaque));
    }

    private static final Drawing DRAWING = new Drawing(
            Encoded.of(Point.CODEC, new Point(7, new Psid(32))),
            List.of(
                    new Shape.Named("a\"\u001b[2Jz"),
                    new Shape.Empty(),
                    new Shape.Sized(new Point(1, null)),
                    new Shape.Unknown(new UnknownAlternative(9, Octets.ofHex("cafe")))),
            -1,
            Octets.ofHex("0005"));

    /** Notes where the origin's octets are known and opens the opaque octets as a point. */
    private static final Resolver RESOLVER = new Resolver() {
        @Override
        public @Nullable String note(String typeName, Encoded<?> encoded) {
            return encoded.octets().hex();
        }

        @Override
        public @Nullable Consumer<Printer> inside(String typeName, Octets octets) {
            return typeName.equals("Opaque") ? out -> Point.CODEC.print(new Point(5, null), out) : null;
        }
    };

    @Test
    void treeShowsComponentsNotesAlternativesAndEscapesControlCharacters() {
        assertEquals("""
                Drawing
                  origin  (80070120)
                    x: 7
                    psid: 32  (basic safety message)
                  shapes
                    [0]: named "a\\"\\u001b[2Jz"
                    [1]: empty
                    [2]: sized
                      x: 1
                    [3]: unknown alternative 9 cafe
                  serial: 18446744073709551615
                  opaque: 0005
                """, TextTree.of(Drawing.CODEC, DRAWING, new Resolver() {
            @Override
            public @Nullable String note(String typeName, Encoded<?> encoded) {
                return encoded.octets().hex();
            }
        }));
    }

    @Test
    void treeOpensOpaqueOctets() {
        assertEquals("""
                Opaque: 2 octets
                  Point
                    x: 5
                """, TextTree.of(Strings.octetString("Opaque"), Octets.ofHex("0005"), RESOLVER));
    }

    @Test
    void jsonNestsAlternativesAndKeepsBigNumbersExact() {
        assertEquals("""
                {"origin":{"#":"80070120","x":7,"psid":32,"#psid":"basic safety message"},\
                "shapes":[{"named":"a\\"\\u001b[2Jz"},{"empty":null},{"sized":{"x":1}},\
                {"unknown alternative 9":"cafe"}],\
                "serial":"18446744073709551615","opaque":{"x":5}}""", Json.of(Drawing.CODEC, DRAWING, RESOLVER));
    }
}
