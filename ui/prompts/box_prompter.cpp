#include "ui/prompts/box_prompter.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

namespace greenward::ui {

void BoxPrompter::confirm(QWidget *parent, const Confirmation &question, std::function<void()> agreed)
{
    auto *box = new QMessageBox(parent);
    box->setObjectName(QStringLiteral("confirmationMessageBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(question.destructive ? QMessageBox::Warning : QMessageBox::Question);
    box->setTextFormat(Qt::PlainText);
    box->setText(question.question);
    box->setInformativeText(question.consequences);
    QPushButton *verb = box->addButton(question.verb, QMessageBox::AcceptRole);
    QPushButton *cancel = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    QObject::connect(box, &QMessageBox::buttonClicked, parent,
                     [verb, agreed = std::move(agreed)](QAbstractButton *button) {
                         if (button == verb) agreed();
                     });
    box->open();
}

void BoxPrompter::askText(QWidget *parent, const QString &question, const QString &label, const QString &verb,
                          std::function<void(const QString &)> answered)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::TextInput);
    dialog->setWindowTitle(question);
    dialog->setLabelText(label);
    // It names what the answer is for, and its label would guess whether that is HTML.
    for (QLabel *text : dialog->findChildren<QLabel *>())
        text->setTextFormat(Qt::PlainText);
    dialog->setOkButtonText(verb);
    QObject::connect(dialog, &QInputDialog::textValueSelected, parent, std::move(answered));
    dialog->open();
}

void BoxPrompter::askDirectory(QWidget *parent, const QString &title, const QString &start,
                               std::function<void(const QString &)> chosen)
{
    auto *dialog = new QFileDialog(parent, title, start);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    dialog->open();
}

void BoxPrompter::askOpenFile(QWidget *parent, const QString &title, const QString &filter,
                              std::function<void(const QString &)> chosen)
{
    auto *dialog = new QFileDialog(parent, title, {}, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    dialog->open();
}

void BoxPrompter::askSaveFile(QWidget *parent, const QString &title, const QString &suggestion, const QString &filter,
                              std::function<void(const QString &)> chosen)
{
    auto *dialog = new QFileDialog(parent, title, suggestion, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    dialog->open();
}

} // namespace greenward::ui
