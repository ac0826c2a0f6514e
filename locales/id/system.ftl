# machine-drafted: no native speaker of Indonesian has reviewed these sentences yet.
# Each one that is sent fits in one SMS.

## Answer labels
option-yes = Ya
option-no = Tidak
option-unsure = Tidak tahu
option-agree = Setuju
option-disagree = Tidak setuju
option-pass = Tidak ada pendapat
option-other = Yang lain

## How to answer: the last line of a question
hint-choice = Balas dengan satu nomor.
hint-other = Balas dengan nomor, atau dengan kata-kata sendiri.
hint-choices = Balas dengan satu nomor atau lebih, misalnya 1 3. Paling banyak { $max }.
hint-ranking = Balas dengan nomor, yang terbaik dulu, misalnya 2 1. Paling banyak { $max }.
hint-points = Bagikan { $total } poin: { $count } angka menurut urutan ini.
hint-date = Balas dengan tanggal, misalnya 25/12.
hint-file = Kirim foto, rekaman atau dokumen.
hint-no-file = Berkas tidak bisa lewat sini. Boleh dijelaskan dengan kata-kata.
hint-rating = Balas { $min } sampai { $max }.
hint-number = Balas dengan satu angka.
hint-text = Balas dengan kata-kata sendiri.
hint-place = Tulis tempatnya.
hint-skip = LEWATI untuk melewati.
hint-stop = BERHENTI untuk selesai.

## Asked again, simpler
again-choice = Maaf, kami tidak mengerti. Kirim satu nomor, 1 sampai { $max }:
again-choice-short = Kirim satu nomor saja, 1 sampai { $max }.
again-range = Kirim angka dari { $min } sampai { $max }.
again-rating = Maaf, kami tidak mengerti. Kirim satu angka, { $min } sampai { $max }.
again-number = Maaf, kami tidak mengerti. Kirim satu angka, { $min } sampai { $max }.
again-text = Maaf, pesannya kosong. Tulis beberapa kata.
again-text-short = Beberapa kata saja cukup.
again-place = Maaf, pesannya kosong. Tulis nama tempatnya.
again-choices = Maaf, kami tidak mengerti. Kirim { $min } sampai { $max } nomor, misalnya 1 3:
again-choices-short = Kirim nomor 1 sampai { $count } saja, misalnya 1 3
again-ranking = Maaf, kami tidak mengerti. Kirim nomor, yang terbaik dulu, misalnya 2 1:
again-ranking-short = Kirim nomor yang terbaik saja, 1 sampai { $count }.
again-points = Jumlahnya bukan { $total }. Kirim { $count } angka yang berjumlah { $total }:
again-points-short = Kirim { $count } angka yang berjumlah { $total }, sesuai urutan ini:
again-date = Maaf, kami tidak mengerti. Kirim hari, bulan dan tahun, misalnya 25/12/2026.
again-date-short = Kirim tanggal saja, misalnya 25/12.
again-file = Tidak ada berkas. Kirim, jelaskan dengan kata-kata, atau LEWATI.

## Did you mean
confirm = Maksud Anda: { $value }?

## Words that always work
stopped = Anda tidak akan menerima pesan lagi. Jawaban Anda disimpan. Kirim MULAI untuk kembali.
still-stopped = Anda sudah menghentikan pesan. Kirim MULAI untuk kembali.
started = Selamat datang kembali.
help = Jawab dengan angka atau kata-kata. KEMBALI: pertanyaan sebelumnya. LEWATI: lewati. BAHASA: ganti. PETUGAS: dibaca orang. BERHENTI: selesai.
help-outside = UBAH: ubah jawaban. STATUS SAYA: sudah sampai? HAPUS: tarik jawaban. BAHASA: ganti bahasa. PETUGAS: dibaca orang.
cannot-skip = Pertanyaan ini perlu dijawab. BERHENTI untuk selesai.
nothing-before = Ini pertanyaan pertama.
declined = Baik, kami tidak bertanya lagi. Terima kasih.
kept-for-person = Terima kasih. Seseorang akan membaca tulisan Anda.
kept-long = Itu panjang. Semuanya kami simpan.
already-answered = Ini sudah dijawab. Tidak ada yang berubah.
slow-down = Pesan Anda banyak. Semua tersimpan. Kami balas lagi dalam beberapa menit.
switch-offer = Untuk bahasa Indonesia kirim INDONESIA.
language-not-offered = Maaf, belum ada dalam bahasa itu.
languages = Bahasa: { $list }. Kirim nama bahasa Anda.

## Menu and campaigns
menu = Kirim satu kata untuk ikut, atau BERHENTI.
menu-entry = { $keyword }: { $title }
menu-none = Sekarang tidak ada yang dibuka. Terima kasih atas pesan Anda.
not-understood = Maaf, kami tidak mengerti. Seseorang akan membacanya.
campaign-done = Anda sudah ikut. Terima kasih. Tanda terima: { $receipt }
change-how = UBAH: ubah jawaban.
campaign-closed = Ini sudah ditutup. Terima kasih atas pesan Anda.
campaign-not-open = Ini belum dibuka. Silakan tulis lagi nanti.
wants-person = Seseorang akan membaca pesan Anda. Mungkin perlu beberapa hari.
person-write = Tulis sekarang apa yang harus dibaca petugas.
status = Jawaban Anda { $receipt } sudah sampai.
status-none = Belum ada jawaban dari Anda.
status-entry = { $title }: { $receipt }
status-open = { $title }: belum selesai
## Going on, changing, taking back
reminder = Anda belum selesai: { $title }
reminder-stop = BERHENTI jika tidak mau pesan lagi.
resumed = Selamat datang kembali. Kita lanjut dari sini.
change-which = Jawaban mana yang mau diubah?
change-entry = { $question } { $answer }
changed = Sudah diubah. Terima kasih. Tanda terima: { $receipt }
change-nothing = Tidak ada jawaban untuk diubah.
change-closed = Ini sudah ditutup. Jawaban tidak bisa diubah lagi.
erase-which = Apa yang harus kami lakukan?
erase-withdraw = Tarik kembali jawaban saya: { $title }
erase-all = Hapus semua milik saya
erase-all-shared = Hapus semua yang dikirim dari telepon ini
erase-keep = Jangan ubah apa pun
withdrawn = Jawaban Anda ditarik kembali. Tidak dihitung lagi.
erased = Semua dari Anda sudah dihapus.
erase-kept = Tidak ada yang berubah.
erase-nothing = Kami tidak punya apa pun dari Anda.

## Several people, one phone
new-person = Sudah ada yang menjawab dari sini. Apakah Anda orang lain?
new-person-yes = Ya, orang lain
new-person-no = Tidak

## Danger
emergency = Jika ada yang dalam bahaya, telepon { $number } sekarang. Kami bukan layanan darurat. Seseorang akan membaca pesan ini.

## Pages: every page
page-title = { $title } – Majlis
page-error-title = Kesalahan: { $title } – Majlis
page-languages = Bahasa
page-home-link = Semua pertanyaan yang dibuka
page-again-link = Ke pertanyaan
page-asked-by = { $entity } bertanya
page-date = { $day } { $month ->
    [m1] Januari
    [m2] Februari
    [m3] Maret
    [m4] April
    [m5] Mei
    [m6] Juni
    [m7] Juli
    [m8] Agustus
    [m9] September
    [m10] Oktober
    [m11] November
   *[m12] Desember
} { $year }

## Pages: the list of campaigns
page-home-title = Sampaikan pendapat Anda
page-home-intro = Pilih yang ingin dijawab. Tidak perlu akun.
page-home-none = Sekarang tidak ada yang dibuka. Datanglah lain hari.
page-by-sms = Atau lewat SMS: kirim { $keyword } ke { $number }.
page-by-sms-no-number = Atau lewat pesan: kirim kata { $keyword }.

## Pages: a question
page-send = Kirim jawaban
page-skip = Lewati pertanyaan ini
page-may-skip = Pertanyaan ini boleh dilewati.
page-up-to = Anda bisa menulis sampai { $max } huruf.
page-number = Tulis angka, misalnya 3.
page-place = Tulis tempatnya dengan kata-kata sendiri, misalnya jalan atau gedung.
page-come-back = Anda boleh berhenti dan lanjut nanti: simpan alamat halaman ini.
page-error-heading = Mohon lihat ini
page-no-choice = Belum ada jawaban yang dipilih
page-choose = Pilih satu jawaban, lalu kirim.
page-choose-or-skip = Pilih satu jawaban, atau lewati pertanyaan ini.
page-choices = Pilih { $min } sampai { $max } jawaban.
page-choices-exactly = Pilih { $max } jawaban.
page-no-choices = Jumlah jawaban tidak tepat
page-other = Yang lain, dengan kata-kata sendiri:
page-ranking = Tulis 1 di samping yang terbaik, 2 di samping berikutnya. Paling banyak { $max }.
page-no-ranking = Urutannya tidak jelas
page-points = Bagikan { $total } poin. Jumlahnya harus { $total }.
page-no-points = Jumlah poinnya bukan { $total }
page-write-date = Tulis tanggal, misalnya 25/12/2026.
page-no-date = Itu bukan tanggal
page-file = Pilih foto, rekaman atau dokumen. Paling besar { $max } megabyte.
page-or-describe = Atau jelaskan dengan kata-kata:
page-no-file = Tidak ada berkas
page-write = Tulis jawaban, lalu kirim.
page-write-or-skip = Tulis jawaban, atau lewati pertanyaan ini.
page-kept = Ini kata-kata yang Anda kirim. Boleh disalin:
page-your-answer = Jawaban Anda

## Pages: the end
page-thanks = Terima kasih. Jawaban Anda sudah sampai.
page-receipt-is = Tanda terima Anda
page-receipt-keep = Catat ini. Dengan ini Anda bisa melihat hasilnya.
page-receipt-link = Lihat tanda terima ini
page-private-title = Tautan pribadi Anda
page-private-note = Tautan ini menampilkan lagi halaman jawaban Anda. Simpan untuk Anda sendiri.
page-change = Ubah jawaban
page-withdraw = Tarik kembali jawaban saya
page-withdraw-note = Jawaban Anda tidak dihitung lagi. Ini tidak bisa dibatalkan.
page-erase = Hapus semua milik saya
page-erase-note = Jawaban dan kata-kata Anda akan dihapus. Ini tidak bisa dibatalkan.
page-withdrawn = Jawaban Anda ditarik kembali. Tidak dihitung lagi.
page-erased = Semua dari Anda di sini sudah dihapus.
page-spoken-receipt = Untuk dibaca keras: { $spoken }
page-closed = Di sini tidak menerima jawaban lagi. Terima kasih sudah datang.

## Pages: a receipt
page-receipt-title = Tanda terima
page-receipt-arrived = Jawaban dengan tanda terima ini sampai pada { $date }. Ada di { $entity }.
page-receipt-open = Ini masih dibuka. Datanglah nanti untuk melihat hasilnya.
page-receipt-closed = Ini sudah ditutup. { $entity } sedang melihat jawabannya.

## Pages: when something is in the way
page-no-page-title = Tidak ada halaman di alamat ini
page-no-page = Periksa alamatnya, atau buka daftar pertanyaan.
page-no-campaign-title = Kami tidak menemukannya
page-no-campaign = Periksa alamatnya, atau pilih dari daftar.
page-no-link-title = Tidak ada jawaban di tautan ini
page-no-link = Periksa apakah tautannya lengkap. Anda juga bisa mulai lagi dari daftar.
page-no-receipt-title = Tanda terima ini tidak ditemukan
page-no-receipt = Tanda terima seperti K7P-4QM. Periksa huruf dan angkanya lalu coba lagi.
page-stale = Halaman ini terlalu lama. Kata-kata Anda masih di sini. Periksa dan kirim lagi.
page-unknown-form = Kami tidak yakin halaman ini dari kami. Kata-kata Anda masih di sini. Periksa dan kirim lagi.
page-elsewhere = Jawaban datang dari situs lain, jadi tidak kami terima. Silakan jawab di sini.
page-garbled-title = Kami tidak bisa membaca yang datang
page-garbled = Tidak ada yang disimpan. Kembali satu halaman dan kirim lagi, atau buka lagi pertanyaannya.
page-too-long-title = Jawaban Anda terlalu panjang
page-too-long = Tidak ada yang disimpan. Kembali satu halaman, persingkat, lalu kirim lagi.
page-busy-title = Kami belum bisa menerima jawaban sekarang
page-busy = Ini salah kami, bukan Anda. Coba lagi satu menit lagi.
page-busy-kept = Kami belum bisa menerima jawaban sekarang, dan ini salah kami. Jawaban Anda masih di sini. Tunggu satu menit, lalu kirim lagi.

## Email
mail-above = Tulis jawaban Anda di atas baris ini
mail-stop = Hentikan email ini
mail-prove = Agar kami yakin ini Anda: balas email ini dengan kata yang sama.

## USSD: turning screens, behind 00 and 000
ussd-more = Lagi
ussd-before = Halaman sebelumnya

## Files of residents
file-kind = Satu berkas tidak diambil. Kami menerima foto, rekaman, video, dan dokumen PDF.
file-empty = Satu berkas tidak diambil: tidak ada isinya.
file-too-large = Satu berkas tidak diambil: terlalu besar. Paling banyak { $max } megabita.
file-too-many = Tidak semua berkas diambil. Kami menerima paling banyak { $max }.
file-lost = Satu berkas tidak sampai kepada kami.
file-not-asked = Di sini tidak diminta berkas. Silakan jawab dengan kata-kata.
file-count = Berkas: { $count }
## A page of several questions, paper, and plain text
page-send-all = Kirim semua jawaban
page-as-is = Kirim apa adanya
page-as-is-note = Seseorang akan membaca yang tidak kami pahami.
page-paper-link = Formulir kertas
page-paper-how = Tulis jawaban Anda di kertas ini. Lalu sampaikan nomor dan kata yang sama dengan salah satu cara ini:
page-paper-only-if = Hanya jika jawaban Anda untuk pertanyaan { $question } adalah { $answers }:
page-paper-go-to = Jika jawaban Anda { $answers }, lanjutkan ke pertanyaan { $question }.
page-paper-go-end = Jika jawaban Anda { $answers }, itu pertanyaan terakhir.
page-paper-then-to = Lalu lanjutkan ke pertanyaan { $question }.
page-paper-then-end = Itu pertanyaan terakhir.
page-by-mail = Atau lewat email: tulis { $keyword } ke { $mailbox }.
page-text-how = Untuk menjawab, ganti yang ada di belakang value= dengan jawaban Anda lalu kirim:
## One resident with several addresses
link-code = Kirim LINK { $code } dari ponsel, aplikasi atau email lain sebelum { $until }.
link-both = Lalu jawaban Anda sama di keduanya, dan STOP di satu berarti STOP di keduanya.
link-secret = Jangan beri tahu kode ini.
link-done = Selesai: keduanya kini satu.
link-told = Kode Anda dipakai: keduanya kini satu. Bukan Anda? Kirim PERSON.
link-wrong = Kode itu salah, sudah dipakai, atau terlalu lama.
link-many = Terlalu banyak kode salah. Tunggu 10 menit.
link-new = Kirim LINK dari yang lain untuk kode baru.
link-self = Kode itu untuk ponsel, aplikasi atau email Anda yang lain.
link-already = Keduanya sudah satu.
link-stopped = STOP dikirim di salah satunya, jadi berlaku untuk keduanya. Kirim START untuk kembali.
stopped-entity = { $entity } tidak akan menulis lagi. Kirim START untuk kembali.
stop-all-how = STOP ALL: tidak ada pesan dari siapa pun.
link-contact = Atau bagikan nomor Anda sendiri dengan tombol di bawah.
contact-share = Bagikan nomor saya

## Invitations
invitation = { $title }: kirim { $token } untuk ikut serta.
invited-before = Sudah ada jawaban dengan undangan ini. Jika Anda selesaikan, jawaban Anda yang dihitung.

## Going on elsewhere
page-go-on = Lanjutkan dari ponsel lain, atau nanti
page-go-on-over = Tidak ada kode sekarang: sudah dipakai atau terlalu lama.
page-go-on-new = Tampilkan kode baru
page-go-on-link = Siapa pun yang membuka tautan ini di peramban melanjutkan di sini. Simpan untuk Anda sendiri.
page-go-on-sms = Lewat SMS: kirim ke { $number }
page-go-on-telegram = Di Telegram: kirim ke bot kami
page-go-on-mail = Lewat email: kirim ke { $mailbox }
