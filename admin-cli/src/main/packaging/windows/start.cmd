@echo off
rem SPDX-License-Identifier: Apache-2.0
rem Sets the node up when there is none, starts it and opens its pages; opens them when it runs already.
setlocal
chcp 65001 >nul
title Горизонт
if not defined GORIZONT_DATA set "GORIZONT_DATA=%LOCALAPPDATA%\Gorizont"
if exist "%GORIZONT_DATA%\identity" goto start
call "%~dp0gorizont.cmd" init
if errorlevel 1 goto failed
:start
call "%~dp0gorizont.cmd" run --open
if errorlevel 1 goto failed
exit /b 0
:failed
pause
exit /b 1
