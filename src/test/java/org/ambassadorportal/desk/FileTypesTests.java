package org.ambassadorportal.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.ambassadorportal.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypesTests {

    /** A picture, red on the left and blue on the right. */
    static byte[] picture(String format, int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width, height);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A JPEG with EXIF: a name of a place, and how the camera was held. */
    private static byte[] photograph(int orientation) {
        var plain = picture("jpg", 80, 40);
        var exif = new ByteArrayOutputStream();
        exif.writeBytes("Exif\0\0MM\0*\0\0\0\10\0\1".getBytes(StandardCharsets.ISO_8859_1));
        exif.writeBytes(new byte[] {1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0});
        exif.writeBytes("Ward 7 East".getBytes(StandardCharsets.US_ASCII));
        var bytes = new ByteArrayOutputStream();
        bytes.write(plain, 0, 2);
        bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (exif.size() + 2)});
        bytes.writeBytes(exif.toByteArray());
        bytes.write(plain, 2, plain.length - 2);
        return bytes.toByteArray();
    }

    private static byte[] zip(String... names) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<x/>".getBytes(StandardCharsets.US_ASCII));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String refusal(String name, byte[] bytes) {
        try {
            FileTypes.read(name, bytes);
            return "taken";
        } catch (Refusal refusal) {
            assertThat(refusal.field()).isEqualTo("files");
            return refusal.key();
        }
    }

    @Test
    void aPhotographLosesWhereItWasTakenAndStandsUpright() throws IOException {
        var clean = FileTypes.read("Ward.JPG", photograph(6));
        assertThat(new String(clean.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "Ward 7 East");
        assertThat(clean.name()).isEqualTo("Ward.JPG");
        assertThat(clean.type()).isEqualTo("image/jpeg");
        var upright = ImageIO.read(new ByteArrayInputStream(clean.bytes()));
        assertThat(upright.getWidth()).isEqualTo(40);
        assertThat(upright.getHeight()).isEqualTo(80);
        // Turned to the right, what was left is on top.
        assertThat(new Color(upright.getRGB(20, 10)).getRed()).isGreaterThan(200);
        assertThat(new Color(upright.getRGB(20, 70)).getBlue()).isGreaterThan(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 0})
    void howeverTheCameraWasHeldNothingIsCutOff(int orientation) throws IOException {
        var clean = ImageIO.read(new ByteArrayInputStream(
                FileTypes.read("a.jpg", photograph(orientation)).bytes()));
        assertThat(clean.getWidth() * clean.getHeight()).isEqualTo(80 * 40);
        assertThat(clean.getWidth()).isEqualTo(orientation >= 5 && orientation <= 8 ? 40 : 80);
    }

    @Test
    void aPictureIsNamedByWhatItIs() {
        assertThat(FileTypes.read("shot.jpeg", picture("png", 30, 30)).name()).isEqualTo("shot.png");
        assertThat(FileTypes.read("moving.gif", picture("gif", 30, 30)).type()).isEqualTo("image/png");
        assertThat(FileTypes.read("no ending", picture("jpg", 30, 30)).name()).isEqualTo("no ending.jpg");
    }

    @Test
    void aLargePictureIsMadeSmaller() throws IOException {
        var clean = FileTypes.read("poster.png", picture("png", 6000, 4000));
        var picture = ImageIO.read(new ByteArrayInputStream(clean.bytes()));
        assertThat(picture.getWidth()).isEqualTo(3000);
    }

    @ParameterizedTest
    @CsvSource({
        "Plan.docx, word/document.xml, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "Budget.xlsx, xl/workbook.xml, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Talk.pptx, ppt/presentation.xml, application/vnd.openxmlformats-officedocument.presentationml.presentation",
    })
    void anOfficeDocumentIsToldByWhatIsInIt(String name, String part, String type) {
        var clean = FileTypes.read(name, zip("[Content_Types].xml", part));
        assertThat(clean.type()).isEqualTo(type);
        assertThat(clean.name()).isEqualTo(name);
    }

    @Test
    void anOpenDocumentSaysItselfWhatItIs() {
        var packed = zip("content.xml");
        var head = text("PK\3\4..........................mimetypeapplication/vnd.oasis.opendocument.text");
        var whole = Arrays.copyOf(head, head.length + packed.length);
        System.arraycopy(packed, 0, whole, head.length, packed.length);
        // The directory at the end counts from the file's beginning.
        int end = whole.length - 22;
        int at = (whole[end + 16] & 0xFF) + ((whole[end + 17] & 0xFF) << 8) + head.length;
        whole[end + 16] = (byte) at;
        whole[end + 17] = (byte) (at >> 8);
        assertThat(FileTypes.read("letter.odt", whole).type()).isEqualTo("application/vnd.oasis.opendocument.text");
    }

    @Test
    void textIsToldByItsName() {
        assertThat(FileTypes.read("list.csv", text("a,b\n")).type()).isEqualTo("text/csv");
        assertThat(FileTypes.read("meeting.txt", text("BEGIN:VCALENDAR\r\n")).name())
                .isEqualTo("meeting.ics");
        assertThat(FileTypes.read("old.txt", "Grüße".getBytes(StandardCharsets.ISO_8859_1))
                        .type())
                .isEqualTo("text/plain");
        assertThat(FileTypes.read("letter.rtf", text("{\\rtf1 Hello}")).type()).isEqualTo("application/rtf");
        assertThat(FileTypes.read("paper", text("%PDF-1.7 …")).name()).isEqualTo("paper.pdf");
    }

    @Test
    void whatWeDoNotTakeIsRefusedWithItsOwnReason() {
        assertThat(refusal("a.pdf", new byte[0])).isEqualTo("desk.files.empty");
        assertThat(refusal("a.pdf", new byte[FileTypes.LARGEST + 1])).isEqualTo("desk.files.large");
        assertThat(refusal("page.html", text("<script>1</script>"))).isEqualTo("desk.files.type");
        assertThat(refusal("drawing.svg", text("<svg/>"))).isEqualTo("desk.files.type");
        assertThat(refusal("photo.jpg", text("MZ this is a program\0"))).isEqualTo("desk.files.type");
        assertThat(refusal("tool.docx", zip("tool.exe"))).isEqualTo("desk.files.type");
        assertThat(refusal("a.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}))
                .isEqualTo("desk.files.picture");
        assertThat(refusal("a.heic", text("\0\0\0\30ftypheic\0\0\0\0"))).isEqualTo("desk.files.picture-kind");
        assertThat(refusal("a.docm", zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")))
                .isEqualTo("desk.files.macros");
        assertThat(refusal("a.rtf", text("{\\rtf1 {\\object\\objdata 0105}}"))).isEqualTo("desk.files.type");
        assertThat(refusal("a.zip", text("PK\3\4"))).isEqualTo("desk.files.type");
    }

    @Test
    void aNameLosesFoldersLineBreaksAndWhatIsNotSeen() {
        assertThat(FileTypes.read("C:\\Users\\me\\..\\a\r\nb: \u202Etxt.exe.txt", text("x"))
                        .name())
                .isEqualTo("a b txt.exe.txt");
        assertThat(FileTypes.read("../../etc/passwd.txt", text("x")).name()).isEqualTo("passwd.txt");
        assertThat(FileTypes.read("…".repeat(300) + ".txt", text("x")).name())
                .hasSize(100)
                .endsWith(".txt");
    }

    @Test
    void aBrokenFileNeverBreaksTheReading() {
        var sound = zip("[Content_Types].xml", "word/document.xml");
        for (int cut = 1; cut < sound.length; cut++) refusal("a.docx", Arrays.copyOf(sound, cut));
        var photograph = photograph(6);
        for (int cut = 1; cut < 120; cut++) refusal("a.jpg", Arrays.copyOf(photograph, cut));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> FileTypes.read("a.docx", Arrays.copyOf(sound, 9)));
    }
}
